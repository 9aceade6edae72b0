package com.devpayr.guard;

import com.devpayr.error.DenialReason;

/**
 * The content of a lease that is a denial.
 *
 * @param deniedAt the time of DevPayr's denial, in milliseconds since the epoch
 * @param reason the reason
 */
record LeaseDenial(long deniedAt, DenialReason reason) {
    Verdict.Denied verdict() {
        return new Verdict.Denied(reason, null, null);
    }
}
