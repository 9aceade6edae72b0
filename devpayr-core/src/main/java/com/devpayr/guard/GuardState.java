package com.devpayr.guard;

import static java.util.Objects.requireNonNull;

import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.guard.Verdict.Unknown.Cause;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The state machine of the license guard, as documented in {@code docs/license-guard.md}. Reads take no lock; changes are
 * serialized. The lease store is never accessed while the state is locked, since it may block.
 */
final class GuardState {
    private static final long NEVER = Long.MAX_VALUE;

    private final GuardClock clock;
    private final RefreshSchedule schedule;
    private final OutagePolicy policy;
    private final LeaseManager leases;
    private final ListenerNotifier notifier;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile VerdictTimeline timeline;
    private volatile boolean loaded;
    private volatile boolean checked;
    private long unrecognizedSince = NEVER;

    GuardState(
            GuardClock clock,
            RefreshSchedule schedule,
            OutagePolicy policy,
            LeaseManager leases,
            ListenerNotifier notifier,
            VerdictTimeline initial) {
        this.clock = clock;
        this.schedule = schedule;
        this.policy = policy;
        this.leases = leases;
        this.notifier = notifier;
        this.timeline = initial;
    }

    Verdict current() {
        return timeline.at(clock.now());
    }

    /** Returns whether a license check is due. */
    boolean isCheckDue() {
        return isDue(timeline, clock.now());
    }

    /** No check is planned further ahead than the maximum delay, unless the clock was ahead when it was planned. */
    private boolean isDue(VerdictTimeline known, long now) {
        return now >= known.nextCheckAt() || known.nextCheckAt() - now > schedule.maxDelay();
    }

    /** Returns whether no check has completed in this process and the application is not known to be permitted to run. */
    boolean isFirstCheckPending() {
        if (checked) {
            return false;
        }
        Verdict verdict = current();
        return !policy.isPermitted(verdict)
                || (verdict instanceof Verdict.Unknown unknown && unknown.cause() == Cause.NOT_CHECKED);
    }

    /** Returns the time until the next check is due or the verdict changes by itself, in milliseconds. */
    long timeToNextEvent() {
        long now = clock.now();
        VerdictTimeline known = timeline;
        return isDue(known, now) ? 0 : Math.max(0, known.nextEventAt(now) - now);
    }

    /** Returns when the next check is due; the current time if it is overdue. */
    Instant nextCheck() {
        long now = clock.now();
        VerdictTimeline known = timeline;
        return Instant.ofEpochMilli(isDue(known, now) ? now : known.nextCheckAt());
    }

    /** Loads the lease of an earlier process on the first call; later calls do nothing. */
    void load() {
        if (!loaded) {
            reload();
        }
    }

    /** Loads the lease again: another process that shares it may have received a confirmation meanwhile. */
    void reload() {
        Decoded lease = leases.load(clock.systemTime());
        lock.lock();
        try {
            if (lease != null && supersedes(lease)) {
                timeline = timelineOf(lease);
                notifier.enqueue(current());
            }
            loaded = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Only DevPayr can overturn a denial. Of two confirmations the later one wins. A stored denial counts unless this process
     * has a valid confirmation: it then receives a denial with its own next check.
     */
    private boolean supersedes(Decoded lease) {
        LeasePayload known = timeline.payload();
        if (lease.payload() != null) {
            return !(current() instanceof Verdict.Denied)
                    && (known == null || lease.payload().confirmedAt() > known.confirmedAt());
        }
        if (lease.denial() != null) {
            return current() instanceof Verdict.Unknown
                    && (known == null || lease.denial().deniedAt() >= known.confirmedAt());
        }
        return !loaded;
    }

    private VerdictTimeline timelineOf(Decoded lease) {
        if (lease.payload() != null) {
            clock.advanceTo(lease.payload().latestTime());
            return confirmed(Source.CACHED, lease.payload());
        }
        if (lease.denial() != null) {
            return VerdictTimeline.denied(lease.denial().verdict(), timeline.nextCheckAt());
        }
        return VerdictTimeline.unknown(requireNonNull(lease.rejection()));
    }

    /**
     * Enqueues the current verdict for listeners, in case it has changed with time. Locked, so that it does not follow a later
     * verdict in the queue.
     */
    void enqueueCurrent() {
        lock.lock();
        try {
            notifier.enqueue(current());
        } finally {
            lock.unlock();
        }
    }

    /** Applies the result of a license check. */
    void apply(CheckResult result) {
        Runnable storeAccess;
        lock.lock();
        try {
            enqueueCurrent();
            storeAccess = transition(result);
            checked = true;
            enqueueCurrent();
        } finally {
            lock.unlock();
        }
        storeAccess.run();
    }

    /** Changes the state. Returns the access to the lease store that has to follow. */
    private Runnable transition(CheckResult result) {
        if (result instanceof CheckResult.Confirmed) {
            return onConfirmed();
        }
        if (result instanceof CheckResult.Denied denied) {
            return onDenied(denied.verdict());
        }
        if (result instanceof CheckResult.Unrecognized unrecognized) {
            return onUnrecognized(unrecognized);
        }
        if (result instanceof CheckResult.Misconfigured misconfigured) {
            deny(misconfigured.verdict());
            return () -> {};
        }
        CheckResult.Unreachable unreachable = (CheckResult.Unreachable) result;
        return onFailure(
                unreachable.failure(), schedule.delayAfterFailure(timeline.failures() + 1, unreachable.retryAfter()));
    }

    private Runnable onConfirmed() {
        clock.reset();
        long now = clock.now();
        LeasePayload payload = new LeasePayload(now, now);
        timeline = confirmed(Source.FRESH, payload);
        unrecognizedSince = NEVER;
        return () -> leases.save(payload);
    }

    private VerdictTimeline confirmed(Source source, LeasePayload payload) {
        long nextCheckAt = payload.confirmedAt() + schedule.delayAfterResponse();
        return VerdictTimeline.confirmed(
                source, payload, schedule.interval(), policy.grace().toMillis(), nextCheckAt);
    }

    private Runnable onDenied(Verdict.Denied denied) {
        deny(denied);
        LeaseDenial denial = new LeaseDenial(clock.now(), denied.reason());
        return () -> leases.save(denial);
    }

    private void deny(Verdict.Denied denied) {
        timeline = VerdictTimeline.denied(denied, clock.now() + schedule.delayAfterResponse());
        unrecognizedSince = NEVER;
    }

    /** The first response of this kind may come from a gateway. It denies the license if a later check has the same result. */
    private Runnable onUnrecognized(CheckResult.Unrecognized result) {
        long now = clock.now();
        if (unrecognizedSince != NEVER && now - unrecognizedSince >= schedule.minDelayBeforeConfirmation()) {
            return onDenied(result.verdict());
        }
        unrecognizedSince = Math.min(unrecognizedSince, now);
        return onFailure(
                requireNonNull(result.verdict().cause()), schedule.delayBeforeConfirmation(result.retryAfter()));
    }

    private Runnable onFailure(Throwable failure, long delay) {
        timeline = timeline.afterFailure(failure, clock.confirmedTime(), clock.now() + delay);
        return () -> {
            leases.retryDenial();
            recordClock();
        };
    }

    /** Records the current time in the lease, so that setting the clock back before the next start has no effect. */
    void recordClock() {
        if (timeline.payload() != null) {
            leases.recordClock(clock.confirmedTime());
        }
    }
}
