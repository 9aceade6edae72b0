package com.devpayr.guard;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.guard.Verdict.Unknown.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable timeline of verdicts: an initial verdict, the one that follows it, and a final one. All are created in
 * advance, so looking one up costs two comparisons.
 */
final class VerdictTimeline {
    private static final long NEVER = Long.MAX_VALUE;

    private final Verdict first;
    private final long firstEnds;
    private final Verdict second;
    private final long secondEnds;
    private final Verdict last;
    private final long nextCheckAt;
    private final int failures;
    private final @Nullable LeasePayload payload;

    private VerdictTimeline(
            Verdict first,
            long firstEnds,
            Verdict second,
            long secondEnds,
            Verdict last,
            long nextCheckAt,
            int failures,
            @Nullable LeasePayload payload) {
        this.first = first;
        this.firstEnds = firstEnds;
        this.second = second;
        this.secondEnds = secondEnds;
        this.last = last;
        this.nextCheckAt = nextCheckAt;
        this.failures = failures;
        this.payload = payload;
    }

    /** Returns a timeline without a known verdict; the next check is due immediately. */
    static VerdictTimeline unknown(Cause cause) {
        return constant(new Unknown(cause, null), 0, 0);
    }

    /** Returns the timeline after a denial. */
    static VerdictTimeline denied(Denied denied, long nextCheckAt) {
        return constant(denied, nextCheckAt, 0);
    }

    private static VerdictTimeline constant(Verdict verdict, long nextCheckAt, int failures) {
        return new VerdictTimeline(verdict, NEVER, verdict, NEVER, verdict, nextCheckAt, failures, null);
    }

    /**
     * Returns the timeline after a confirmation: allowed for an interval, then in grace, then unknown.
     *
     * @param source the source of the confirmation
     * @param interval how long the confirmation is current, in milliseconds
     * @param grace the grace period that follows, in milliseconds
     */
    static VerdictTimeline confirmed(Source source, LeasePayload payload, long interval, long grace, long nextCheckAt) {
        long ends = payload.confirmedAt() + interval;
        Instant confirmedAt = Instant.ofEpochMilli(payload.confirmedAt());
        return new VerdictTimeline(
                new Allowed(source, confirmedAt, Instant.ofEpochMilli(ends)),
                ends,
                new Allowed(Source.GRACE, confirmedAt, Instant.ofEpochMilli(ends + grace)),
                ends + grace,
                new Unknown(Cause.GRACE_EXPIRED, null),
                nextCheckAt,
                0,
                payload);
    }

    /** Returns this timeline after a failed check. The failure does not change how long known verdicts remain valid. */
    VerdictTimeline afterFailure(Throwable failure, long now, long nextCheckAt) {
        if (first instanceof Unknown unknown) {
            Cause cause = unknown.cause() == Cause.NOT_CHECKED ? Cause.UNREACHABLE : unknown.cause();
            return constant(new Unknown(cause, failure), nextCheckAt, failures + 1);
        }
        Verdict end = last instanceof Unknown ? new Unknown(Cause.GRACE_EXPIRED, failure) : last;
        LeasePayload updated = payload == null ? null : payload.withLatestTime(now);
        return new VerdictTimeline(first, firstEnds, second, secondEnds, end, nextCheckAt, failures + 1, updated);
    }

    /** Returns the verdict at a time. */
    Verdict at(long now) {
        if (now < firstEnds) {
            return first;
        }
        return now < secondEnds ? second : last;
    }

    /** Returns when the next check is due. */
    long nextCheckAt() {
        return nextCheckAt;
    }

    /** Returns when the next check is due or the verdict changes by itself, whichever comes first. */
    long nextEventAt(long now) {
        long change = now < firstEnds ? firstEnds : now < secondEnds ? secondEnds : NEVER;
        return Math.min(nextCheckAt, change);
    }

    /** Returns the number of failed checks since the last response. */
    int failures() {
        return failures;
    }

    /** Returns the confirmation that this timeline is based on; null if there is none. */
    @Nullable
    LeasePayload payload() {
        return payload;
    }
}
