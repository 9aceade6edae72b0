package com.devpayr.examples.billing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event of the payment provider. Contains the complete order, since events may arrive in any order and repeatedly.
 *
 * @param id the provider's ID of the event
 * @param type the type of the event
 * @param occurredAt the time of the event
 * @param order the shop's order number
 * @param customer the name of the customer
 * @param domain the domain of the customer's application
 */
record PaymentEvent(String id, Type type, Instant occurredAt, String order, String customer, String domain) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MAX_LENGTH = 200;

    /** The type of a payment event. */
    enum Type {
        /** The payment succeeded. */
        PAID("payment.succeeded"),
        /** The customer's bank charged the payment back. */
        CHARGED_BACK("charge.disputed"),
        /** The chargeback was settled in the shop's favor. */
        SETTLED("charge.settled");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /** Returns the provider's name of the type. */
        @JsonValue
        String value() {
            return value;
        }

        boolean isPaid() {
            return this != CHARGED_BACK;
        }

        static boolean isKnown(String value) {
            return Stream.of(values()).anyMatch(type -> type.value.equals(value));
        }
    }

    /** Restricts IDs to characters that are safe in log messages and file names. */
    PaymentEvent {
        if (!NUMBER.matcher(id).matches() || !NUMBER.matcher(order).matches()) {
            throw new IllegalArgumentException("id and order must be 1 to 64 letters, digits, - and _");
        }
        if (customer.isBlank() || customer.length() > MAX_LENGTH || domain.isBlank() || domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("customer and domain must be 1 to " + MAX_LENGTH + " characters");
        }
    }
}
