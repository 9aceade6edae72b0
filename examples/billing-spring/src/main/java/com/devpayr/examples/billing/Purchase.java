package com.devpayr.examples.billing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and what became of it.
 *
 * @param order the shop's number of it
 * @param customer who ordered
 * @param domain where the customer's copy runs
 * @param license what DevPayr was last seen to hold for it
 * @param keyEnding the end of the license key, by which people recognise it; the whole key is kept nowhere here
 */
record Purchase(
        String order,
        String customer,
        String domain,
        License license,
        @Nullable String keyEnding) {
    /** What DevPayr holds for an order. */
    enum License {
        /** None that is known of. */
        NONE,
        /** One that works. */
        ACTIVE,
        /** One that was taken back. */
        WITHDRAWN
    }

    /**
     * A line of the dashboard.
     *
     * @param purchase the order
     * @param payment the latest news of its payment
     * @param since when that happened
     * @param problem why DevPayr does not yet hold what it should; null when it does
     */
    record Line(
            Purchase purchase,
            PaymentEvent.Type payment,
            Instant since,
            @Nullable String problem) {}
}
