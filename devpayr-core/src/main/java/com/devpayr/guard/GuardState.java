package com.devpayr.guard;

import com.devpayr.guard.LeaseCodec.Decoded;
import com.devpayr.guard.Verdict.Allowed.Source;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The state machine of the license guard, as documented in {@code docs/license-guard.md}. Reads take no lock; changes are
 * serialized.
 */
final class GuardState {
    private final GuardClock clock;
    private final RefreshSchedule schedule;
    private final long grace;
    private final LeaseManager leases;
    private final ListenerNotifier notifier;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile VerdictTimeline timeline;
    private volatile boolean loaded;

    GuardState(
            GuardClock clock,
            RefreshSchedule schedule,
            OutagePolicy policy,
            LeaseManager leases,
            ListenerNotifier notifier,
            VerdictTimeline initial) {
        this.clock = clock;
        this.schedule = schedule;
        this.grace = policy.grace().toMillis();
        this.leases = leases;
        this.notifier = notifier;
        this.timeline = initial;
    }

    Verdict current() {
        return timeline.at(clock.now());
    }

    /** Returns whether a license check is due. */
    boolean isCheckDue() {
        return clock.now() >= timeline.nextCheckAt();
    }

    /** Returns the time until the next check is due or the verdict changes by itself, in milliseconds. */
    long timeToNextEvent() {
        long now = clock.now();
        return Math.max(0, timeline.nextEventAt(now) - now);
    }

    /** Returns when the next check is due; the current time if it is overdue. */
    Instant nextCheck() {
        return Instant.ofEpochMilli(Math.max(clock.now(), timeline.nextCheckAt()));
    }

    /** Loads the lease of an earlier process on the first call; later calls do nothing. */
    void load() {
        if (!loaded) {
            reload();
        }
    }

    /** Loads the lease again: another process that shares it may have received a confirmation meanwhile. */
    void reload() {
        lock.lock();
        try {
            Decoded lease = leases.load(clock.systemTime());
            if (lease != null && supersedes(lease)) {
                timeline = timelineOf(lease);
                notifier.enqueue(current());
            }
            loaded = true;
        } finally {
            lock.unlock();
        }
    }

    /** Only DevPayr can overturn a denial. Of two confirmations the later one wins. */
    private boolean supersedes(Decoded lease) {
        LeasePayload candidate = lease.payload();
        LeasePayload known = timeline.payload();
        if (candidate == null) {
            return !loaded;
        }
        return !(current() instanceof Verdict.Denied)
                && (known == null || candidate.confirmedAt() > known.confirmedAt());
    }

    private VerdictTimeline timelineOf(Decoded lease) {
        LeasePayload payload = lease.payload();
        if (payload == null) {
            return lease.rejection() == null ? timeline : VerdictTimeline.unknown(lease.rejection());
        }
        clock.advanceTo(payload.latestTime());
        return confirmed(Source.CACHED, payload);
    }

    /** Enqueues the current verdict for listeners, in case it has changed with time. */
    void enqueueCurrent() {
        notifier.enqueue(current());
    }

    /** Applies the result of a license check. */
    void apply(CheckResult result) {
        lock.lock();
        try {
            enqueueCurrent();
            if (result instanceof CheckResult.Confirmed) {
                onConfirmed();
            } else if (result instanceof CheckResult.Denied denied) {
                onDenied(denied.verdict());
                leases.delete();
            } else if (result instanceof CheckResult.Misconfigured misconfigured) {
                onDenied(misconfigured.verdict());
            } else if (result instanceof CheckResult.Unreachable unreachable) {
                onUnreachable(unreachable);
            }
            enqueueCurrent();
        } finally {
            lock.unlock();
        }
    }

    private void onConfirmed() {
        clock.reset();
        long now = clock.now();
        LeasePayload payload = new LeasePayload(now, now);
        timeline = confirmed(Source.FRESH, payload);
        leases.save(payload);
    }

    private VerdictTimeline confirmed(Source source, LeasePayload payload) {
        long nextCheckAt = payload.confirmedAt() + schedule.delayAfterResponse();
        return VerdictTimeline.confirmed(source, payload, schedule.interval(), grace, nextCheckAt);
    }

    private void onDenied(Verdict.Denied denied) {
        timeline = VerdictTimeline.denied(denied, clock.now() + schedule.delayAfterResponse());
    }

    private void onUnreachable(CheckResult.Unreachable result) {
        long now = clock.now();
        long delay = schedule.delayAfterFailure(timeline.failures() + 1, result.retryAfter());
        timeline = timeline.afterFailure(result.failure(), now, now + delay);
        leases.retryDelete();
        recordClock();
    }

    /** Records the current time in the lease, so that setting the clock back before the next start has no effect. */
    void recordClock() {
        lock.lock();
        try {
            LeasePayload payload = timeline.payload();
            if (payload != null) {
                leases.recordClock(payload.withLatestTime(clock.now()));
            }
        } finally {
            lock.unlock();
        }
    }
}
