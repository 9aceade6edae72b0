package com.devpayr.examples.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and the state of its license.
 *
 * @param order the shop's order number
 * @param customer the name of the customer
 * @param domain the domain of the customer's application
 * @param license the last known state of the license in DevPayr
 * @param keyEnding the last characters of the license key; the complete key is not stored
 */
record Purchase(
        String order,
        String customer,
        String domain,
        License license,
        @Nullable String keyEnding) {
    /** The state of a license in DevPayr. */
    enum License {
        /** No license is known. */
        NONE,
        /** The license is active. */
        ACTIVE,
        /** The license was revoked. */
        REVOKED
    }

    /**
     * A line of the dashboard.
     *
     * @param purchase the order
     * @param payment the type of the latest event
     * @param since the time of the latest event
     * @param problem the reason why DevPayr is not up to date; null if it is
     */
    record Line(
            Purchase purchase,
            PaymentEvent.Type payment,
            Instant since,
            @Nullable String problem) {}
}
