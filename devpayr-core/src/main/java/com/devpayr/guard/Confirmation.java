package com.devpayr.guard;

/**
 * What a lease says.
 *
 * @param confirmedAt when DevPayr said yes, in milliseconds of the epoch
 * @param seenAt the latest time that the clock has shown since, in milliseconds of the epoch
 */
record Confirmation(long confirmedAt, long seenAt) {
    Confirmation seen(long now) {
        return new Confirmation(confirmedAt, Math.max(seenAt, now));
    }
}
