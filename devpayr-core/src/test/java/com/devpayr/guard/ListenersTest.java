package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.DenialReason;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ListenersTest {
    private final Stage stage = new Stage();

    @Test
    void everyChangeIsToldOnceAndInOrder() {
        LicenseGuard guard = stage.guard();
        guard.start();
        guard.refresh().join();
        guard.refresh().join();
        stage.devpayr.disappear();
        stage.scheduler.advance(Stage.INTERVAL.plus(Stage.GRACE));
        stage.devpayr.refuse(StubDevPayr.REVOKED);
        guard.refresh().join();
        guard.refresh().join();
        stage.devpayr.allow();
        guard.refresh().join();

        assertThat(stage.heard.stream().map(ListenersTest::name))
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
    void aChangeThatTimeBroughtWhileNobodyLookedIsToldBeforeTheNext() {
        LicenseGuard guard = stage.guard();
        guard.check();
        stage.time.advance(Stage.INTERVAL.plus(Stage.GRACE));
        guard.check();

        assertThat(stage.heard.stream().map(ListenersTest::name)).containsExactly("FRESH", "GRACE_EXPIRED", "FRESH");
    }

    @Test
    void theyHearWhatWasBeforeToo() {
        List<String> heard = new ArrayList<>();
        LicenseGuard guard = stage.builder()
                .listener((before, after) -> heard.add(name(before) + " to " + name(after)))
                .build();
        guard.check();
        stage.devpayr.owe();
        guard.refresh().join();

        assertThat(heard).containsExactly("NOT_ASKED to FRESH", "FRESH to unpaid");
    }

    @Test
    void oneThatFailsStopsNoOtherAndIsNotSilenced() {
        List<Throwable> uncaught = new ArrayList<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));
        try {
            RuntimeException failure = new IllegalStateException("a listener's bug");
            LicenseGuard.Builder builder = LicenseGuard.over(stage.devpayr.client(Stage.config()), Stage.config())
                    .listener((before, after) -> {
                        throw failure;
                    })
                    .listener((before, after) -> {
                        throw new AssertionError("another's");
                    });
            LicenseGuard guard = stage.arrange(builder).build();

            assertThat(guard.check()).isInstanceOf(Allowed.class);
            assertThat(stage.heard).hasSize(1);
            assertThat(uncaught).hasSize(2).contains(failure);
        } finally {
            thread.setUncaughtExceptionHandler(handler);
        }
    }

    @Test
    @Timeout(30)
    void oneMayAskTheGuardItself() {
        List<Verdict> asked = new ArrayList<>();
        CompletableFuture<LicenseGuard> self = new CompletableFuture<>();
        LicenseGuard guard = stage.builder()
                .executor(Threads::run)
                .listener((before, after) -> {
                    asked.add(self.join().check());
                    asked.add(self.join().refresh().join());
                })
                .build();
        self.complete(guard);

        assertThat(guard.refresh().join()).isInstanceOf(Allowed.class);
        assertThat(asked).hasSize(2).allMatch(Allowed.class::isInstance);
    }

    @Test
    void theLoggingOneWritesALineOfEachChange() {
        Lines lines = new Lines();
        LicenseGuard guard =
                stage.builder().listener(GuardListener.logging(lines)).build();
        guard.check();
        stage.devpayr.owe();
        guard.refresh().join();

        assertThat(lines.written)
                .containsExactly("INFO This copy is licensed.", "WARNING This copy has not been paid for.");
    }

    @Test
    void theLoggingOneWarnsOfAStoreThatFails() {
        Lines lines = new Lines();
        GuardListener.logging(lines).leaseStoreFailed(new IllegalStateException("the disk is full"));

        assertThat(lines.written).containsExactly("WARNING The license answer could not be kept: the disk is full");
    }

    @Test
    void whatIsFoundWhileTheyAreToldIsToldAfterwardsEachTime() {
        List<String> told = new ArrayList<>();
        List<Announcer> self = new ArrayList<>();
        Verdict unpaid = new Denied(DenialReason.UNPAID, null, null);
        Verdict revoked = new Denied(DenialReason.REVOKED, null, null);
        Announcer announcer = new Announcer(
                List.of((before, after) -> {
                    told.add("begin " + name(after));
                    if (after.equals(unpaid)) {
                        self.get(0).note(revoked);
                        self.get(0).tell();
                    }
                    told.add("end " + name(after));
                }),
                revoked);
        self.add(announcer);
        for (int round = 0; round < 2; round++) {
            announcer.note(unpaid);
            announcer.tell();
        }

        List<String> once = List.of("begin unpaid", "end unpaid", "begin revoked", "end revoked");
        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.concat(once.stream(), once.stream()).toList());
    }

    private static final class Lines implements Logger {
        private final List<String> written = new ArrayList<>();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            written.add(level + " " + message);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, Object... parameters) {
            written.add(level + " " + format);
        }
    }
}
