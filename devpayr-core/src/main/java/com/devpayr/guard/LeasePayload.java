package com.devpayr.guard;

/**
 * What a lease says.
 *
 * @param confirmedAt when DevPayr said yes, in milliseconds of the epoch
 * @param seenAt the latest time that the clock has shown since, in milliseconds of the epoch
 */
record LeasePayload(long confirmedAt, long seenAt) {
    LeasePayload seen(long now) {
        return new LeasePayload(confirmedAt, Math.max(seenAt, now));
    }
}
