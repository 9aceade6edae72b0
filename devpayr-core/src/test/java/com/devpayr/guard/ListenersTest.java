package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.DenialReason;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ListenersTest {
    private final GuardFixture fixture = new GuardFixture();

    @Test
    void everyChangeIsReportedOnceAndInOrder() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.refresh().join();
        guard.refresh().join();
        fixture.devpayr.becomeUnreachable();
        fixture.scheduler.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        guard.refresh().join();
        guard.refresh().join();
        fixture.devpayr.allow();
        guard.refresh().join();

        assertThat(fixture.verdicts.stream().map(ListenersTest::name))
                .containsExactly("FRESH", "GRACE", "GRACE_EXPIRED", "revoked", "FRESH");
    }

    private static String name(Verdict verdict) {
        if (verdict instanceof Allowed allowed) {
            return allowed.source().name();
        }
        return verdict instanceof Unknown unknown
                ? unknown.cause().name()
                : ((Denied) verdict).reason().toString();
    }

    @Test
    void aChangeWithTimeIsReportedBeforeTheNextOne() {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.time.advance(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
        guard.check();

        assertThat(fixture.verdicts.stream().map(ListenersTest::name))
                .containsExactly("FRESH", "GRACE_EXPIRED", "FRESH");
    }

    @Test
    void listenersReceiveThePreviousVerdict() {
        List<String> verdicts = new ArrayList<>();
        LicenseGuard guard = fixture.builder()
                .listener((before, after) -> verdicts.add(name(before) + " to " + name(after)))
                .build();
        guard.check();
        fixture.devpayr.markUnpaid();
        guard.refresh().join();

        assertThat(verdicts).containsExactly("NOT_CHECKED to FRESH", "FRESH to unpaid");
    }

    @Test
    void aFailingListenerDoesNotAffectOthersAndIsReported() {
        List<Throwable> uncaught = new ArrayList<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));
        try {
            RuntimeException failure = new IllegalStateException("a listener's bug");
            LicenseGuard.Builder builder = LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config()))
                    .listener((before, after) -> {
                        throw failure;
                    })
                    .listener((before, after) -> {
                        throw new AssertionError("another's");
                    });
            LicenseGuard guard = fixture.configure(builder).build();

            assertThat(guard.check()).isInstanceOf(Allowed.class);
            assertThat(fixture.verdicts).hasSize(1);
            assertThat(uncaught).hasSize(2).contains(failure);
        } finally {
            thread.setUncaughtExceptionHandler(handler);
        }
    }

    @Test
    @Timeout(30)
    void aListenerMayCallTheGuard() {
        List<Verdict> verdicts = new ArrayList<>();
        CompletableFuture<LicenseGuard> self = new CompletableFuture<>();
        LicenseGuard guard = fixture.builder()
                .executor(GuardThreads::run)
                .listener((before, after) -> {
                    verdicts.add(self.join().check());
                    verdicts.add(self.join().refresh().join());
                })
                .build();
        self.complete(guard);

        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
        assertThat(verdicts).hasSize(2).allMatch(Allowed.class::isInstance);
    }

    @Test
    @Timeout(30)
    void theTimerDoesNotReportAVerdictThatADenialHasReplaced() throws InterruptedException {
        AtomicReference<Runnable> onClockReading = new AtomicReference<>(() -> {});
        LicenseGuard guard = fixture.builder()
                .nanoTime(() -> {
                    onClockReading.getAndSet(() -> {}).run();
                    return fixture.time.nanoTime();
                })
                .build();
        guard.start();
        guard.check();
        fixture.devpayr.deny(DevPayrStub.REVOKED);
        Thread webhook = new Thread(guard::refresh);
        onClockReading.set(() -> {
            webhook.start();
            awaitEndOrLock(webhook);
        });

        fixture.scheduler.advance(Duration.ofMinutes(5));

        webhook.join(Duration.ofSeconds(10).toMillis());
        assertThat(fixture.verdicts.stream().map(ListenersTest::name)).containsExactly("FRESH", "revoked");
    }

    /** Returns when a thread has ended or waits for a lock. */
    private static void awaitEndOrLock(Thread thread) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void changesDuringANotificationAreReportedAfterwards() {
        List<String> told = new ArrayList<>();
        List<ListenerNotifier> self = new ArrayList<>();
        Verdict unpaid = new Denied(DenialReason.UNPAID, null, null);
        Verdict revoked = new Denied(DenialReason.REVOKED, null, null);
        ListenerNotifier notifier = new ListenerNotifier(
                List.of((before, after) -> {
                    told.add("begin " + name(after));
                    if (after.equals(unpaid)) {
                        self.get(0).enqueue(revoked);
                        self.get(0).deliver();
                    }
                    told.add("end " + name(after));
                }),
                revoked);
        self.add(notifier);
        for (int round = 0; round < 2; round++) {
            notifier.enqueue(unpaid);
            notifier.deliver();
        }

        List<String> once = List.of("begin unpaid", "end unpaid", "begin revoked", "end revoked");
        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.concat(once.stream(), once.stream()).toList());
    }
}
