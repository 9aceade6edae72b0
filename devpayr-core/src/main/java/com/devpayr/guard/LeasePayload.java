package com.devpayr.guard;

/**
 * The content of a lease that is a confirmation.
 *
 * @param confirmedAt the time of DevPayr's confirmation, in milliseconds since the epoch
 * @param latestTime the latest clock reading since then, in milliseconds since the epoch
 */
record LeasePayload(long confirmedAt, long latestTime) {
    /** Returns a copy with the clock reading, unless a later one is known already. */
    LeasePayload withLatestTime(long now) {
        return new LeasePayload(confirmedAt, Math.max(latestTime, now));
    }
}
