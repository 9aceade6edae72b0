package com.devpayr.guard;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.guard.Verdict.Unknown.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known at a time, and what becomes of it as time goes on: one verdict, then another, then a last one, all
 * made beforehand so that asking for one costs two comparisons.
 */
final class VerdictTimeline {
    private static final long ALWAYS = Long.MAX_VALUE;

    private final Verdict first;
    private final long firstEnds;
    private final Verdict second;
    private final long secondEnds;
    private final Verdict last;
    private final long askAt;
    private final int failures;
    private final @Nullable LeasePayload confirmation;

    private VerdictTimeline(
            Verdict first,
            long firstEnds,
            Verdict second,
            long secondEnds,
            Verdict last,
            long askAt,
            int failures,
            @Nullable LeasePayload confirmation) {
        this.first = first;
        this.firstEnds = firstEnds;
        this.second = second;
        this.secondEnds = secondEnds;
        this.last = last;
        this.askAt = askAt;
        this.failures = failures;
        this.confirmation = confirmation;
    }

    /** Nothing is known, for a reason; DevPayr is to be asked at once. */
    static VerdictTimeline unknown(Cause cause) {
        return always(new Unknown(cause, null), 0, 0);
    }

    static VerdictTimeline denied(Denied denied, long askAt) {
        return always(denied, askAt, 0);
    }

    private static VerdictTimeline always(Verdict verdict, long askAt, int failures) {
        return new VerdictTimeline(verdict, ALWAYS, verdict, ALWAYS, verdict, askAt, failures, null);
    }

    /**
     * DevPayr said yes: allowed for an interval, then in grace, then unknown.
     *
     * @param interval how long the answer is good for, in milliseconds
     * @param grace how much longer it may be lived on, in milliseconds
     */
    static VerdictTimeline confirmed(Source basis, LeasePayload confirmation, long interval, long grace, long askAt) {
        long confirmedAt = confirmation.confirmedAt();
        long ends = confirmedAt + interval;
        Instant at = Instant.ofEpochMilli(confirmedAt);
        return new VerdictTimeline(
                new Allowed(basis, at, Instant.ofEpochMilli(ends)),
                ends,
                new Allowed(Source.GRACE, at, Instant.ofEpochMilli(ends + grace)),
                ends + grace,
                new Unknown(Cause.GRACE_EXPIRED, null),
                askAt,
                0,
                confirmation);
    }

    /** The same, after DevPayr could not be asked: what was known stays known for as long as it would have. */
    VerdictTimeline unreachable(Throwable failure, long now, long nextAsk) {
        if (first instanceof Unknown unknown) {
            Cause cause = unknown.cause() == Cause.NOT_ASKED ? Cause.UNREACHABLE : unknown.cause();
            return always(new Unknown(cause, failure), nextAsk, failures + 1);
        }
        Verdict end = last instanceof Unknown ? new Unknown(Cause.GRACE_EXPIRED, failure) : last;
        LeasePayload seen = confirmation == null ? null : confirmation.seen(now);
        return new VerdictTimeline(first, firstEnds, second, secondEnds, end, nextAsk, failures + 1, seen);
    }

    Verdict at(long now) {
        if (now < firstEnds) {
            return first;
        }
        return now < secondEnds ? second : last;
    }

    /** When to ask DevPayr again. */
    long askAt() {
        return askAt;
    }

    /** When to look again: the next time at which something is to be done or changes by itself. */
    long wakeAt(long now) {
        long change = now < firstEnds ? firstEnds : now < secondEnds ? secondEnds : ALWAYS;
        return Math.min(askAt, change);
    }

    /** How often DevPayr could not be asked since it last answered. */
    int failures() {
        return failures;
    }

    /** The yes that this lives on; null when there is none. */
    @Nullable
    LeasePayload confirmation() {
        return confirmation;
    }
}
