package com.devpayr.guard;

import com.devpayr.guard.LeaseCodec.Opened;
import com.devpayr.guard.Verdict.Allowed.Source;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the guard knows, and how each outcome changes it: the state machine of {@code docs/license-guard.md}. Reading takes
 * no lock; changes come one at a time.
 */
final class GuardState {
    private final GuardClock clock;
    private final RefreshSchedule pace;
    private final long grace;
    private final LeaseManager leases;
    private final ListenerNotifier announcer;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile VerdictTimeline snapshot;
    private volatile boolean recalled;

    GuardState(GuardClock clock, RefreshSchedule pace, OutagePolicy policy, LeaseManager leases, ListenerNotifier announcer, VerdictTimeline first) {
        this.clock = clock;
        this.pace = pace;
        this.grace = policy.grace().toMillis();
        this.leases = leases;
        this.announcer = announcer;
        this.snapshot = first;
    }

    Verdict current() {
        return snapshot.at(clock.now());
    }

    /** Whether it is time to ask DevPayr. */
    boolean isDue() {
        return clock.now() >= snapshot.askAt();
    }

    /** How long nothing changes by itself and nothing is to be done, in milliseconds. */
    long calm() {
        long now = clock.now();
        return Math.max(0, snapshot.wakeAt(now) - now);
    }

    /** When it is time to ask DevPayr: now, if it has been. */
    Instant nextCheck() {
        return Instant.ofEpochMilli(Math.max(clock.now(), snapshot.askAt()));
    }

    /** Reads what an earlier process left, once. */
    void recall() {
        if (!recalled) {
            consult();
        }
    }

    /** Reads the lease again: another process that shares it may have had DevPayr's yes since. */
    void consult() {
        changing.lock();
        try {
            Opened lease = leases.recall(clock.shown());
            if (lease != null && isNews(lease)) {
                snapshot = of(lease);
                announcer.note(current());
            }
            recalled = true;
        } finally {
            changing.unlock();
        }
    }

    /** DevPayr alone takes back a no; a yes counts when it is later than the one that is known. */
    private boolean isNews(Opened lease) {
        LeasePayload found = lease.confirmation();
        LeasePayload known = snapshot.confirmation();
        if (found == null) {
            return !recalled;
        }
        return !(current() instanceof Verdict.Denied) && (known == null || found.confirmedAt() > known.confirmedAt());
    }

    private VerdictTimeline of(Opened lease) {
        LeasePayload confirmation = lease.confirmation();
        if (confirmation == null) {
            return lease.flaw() == null ? snapshot : VerdictTimeline.unknown(lease.flaw());
        }
        clock.startAt(confirmation.seenAt());
        return confirmed(Source.CACHED, confirmation);
    }

    /** Notes the verdict that time alone has brought. */
    void noteTime() {
        announcer.note(current());
    }

    void learn(CheckResult outcome) {
        changing.lock();
        try {
            announcer.note(current());
            if (outcome instanceof CheckResult.Confirmed) {
                confirm();
            } else if (outcome instanceof CheckResult.Refused refused) {
                deny(refused.verdict());
                leases.erase();
            } else if (outcome instanceof CheckResult.Misconfigured wrong) {
                deny(wrong.verdict());
            } else if (outcome instanceof CheckResult.Unreachable unreachable) {
                endure(unreachable);
            }
            announcer.note(current());
        } finally {
            changing.unlock();
        }
    }

    private void confirm() {
        clock.trust();
        long now = clock.now();
        LeasePayload confirmation = new LeasePayload(now, now);
        snapshot = confirmed(Source.FRESH, confirmation);
        leases.keep(confirmation);
    }

    private VerdictTimeline confirmed(Source basis, LeasePayload confirmation) {
        long askAt = confirmation.confirmedAt() + pace.afterAnswer();
        return VerdictTimeline.confirmed(basis, confirmation, pace.interval(), grace, askAt);
    }

    private void deny(Verdict.Denied denied) {
        snapshot = VerdictTimeline.denied(denied, clock.now() + pace.afterAnswer());
    }

    private void endure(CheckResult.Unreachable unreachable) {
        long now = clock.now();
        long wait = pace.afterFailure(snapshot.failures() + 1, unreachable.retryAfter());
        snapshot = snapshot.unreachable(unreachable.failure(), now, now + wait);
        leases.eraseIfOwed();
        rememberTime();
    }

    /** Notes in the lease how far the clock has come, so that setting it back before the next start gains nothing. */
    void rememberTime() {
        changing.lock();
        try {
            LeasePayload confirmation = snapshot.confirmation();
            if (confirmation != null) {
                leases.see(confirmation.seen(clock.now()));
            }
        } finally {
            changing.unlock();
        }
    }
}
