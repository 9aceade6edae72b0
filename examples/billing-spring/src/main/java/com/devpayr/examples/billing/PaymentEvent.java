package com.devpayr.examples.billing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the payment provider tells of an order. Each event holds the whole order, since events come in any order and more
 * than once.
 *
 * @param id the provider's number of the event
 * @param type what happened
 * @param occurredAt when it happened
 * @param order the shop's number of the order
 * @param customer who ordered
 * @param domain where the customer's copy will run
 */
record PaymentEvent(String id, Type type, Instant occurredAt, String order, String customer, String domain) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MAX_LENGTH = 200;

    /** What happened to the money. */
    enum Type {
        /** It came. */
        PAID("payment.succeeded"),
        /** The customer's bank took it back. */
        CHARGED_BACK("charge.disputed"),
        /** It came back after all. */
        SETTLED("charge.settled");

        private final String value;

        Type(String value) {
            this.value = value;
        }

        /** The provider's value for it. */
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

    /** Numbers go into log lines and file names, so that they hold nothing else. */
    PaymentEvent {
        if (!NUMBER.matcher(id).matches() || !NUMBER.matcher(order).matches()) {
            throw new IllegalArgumentException("id and order must be 1 to 64 letters, digits, - and _");
        }
        if (customer.isBlank() || customer.length() > MAX_LENGTH || domain.isBlank() || domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("customer and domain must be 1 to " + MAX_LENGTH + " characters");
        }
    }
}
