package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.FakeTransport;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LifecycleTest {
    private final GuardFixture fixture = new GuardFixture();

    @Test
    void aClosedGuardSendsNoRequestsAndStillReturnsVerdicts() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.check();
        guard.close();
        guard.close();
        guard.start();

        fixture.scheduler.advance(GuardFixture.INTERVAL);
        assertThat(guard.check()).isEqualTo(guard.refresh().join()).isInstanceOf(Allowed.class);
        fixture.scheduler.advance(GuardFixture.GRACE);
        assertThat(guard.current()).isInstanceOf(Verdict.Unknown.class);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
        assertThat(fixture.scheduler.pending()).isZero();
    }

    @Test
    void aSuppliedSchedulerIsNotShutDown() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.start();
        assertThat(fixture.scheduler.pending()).isEqualTo(1);

        guard.close();

        assertThat(fixture.scheduler.isShutdown()).isFalse();
        assertThat(fixture.scheduler.pending()).isZero();
    }

    @Test
    void checksContinueAfterTheSchedulerWasShutDown() {
        LicenseGuard guard = fixture.guard();
        guard.start();
        guard.check();
        fixture.scheduler.shutdown();
        fixture.time.advance(GuardFixture.INTERVAL);

        guard.check();

        assertThat(fixture.devpayr.requests()).isEqualTo(2);
    }

    @Test
    void aDenialDuringCloseIsSaved() {
        CompletableFuture<PaymentStatus> lateResponse = new CompletableFuture<>();
        Iterator<CompletableFuture<PaymentStatus>> responses = List.of(
                        CompletableFuture.completedFuture(
                                PaymentStatus.builder(true).build()),
                        lateResponse)
                .iterator();
        FakeTransport ports = new FakeTransport((operation, arguments) -> responses.next());
        LicenseGuard guard = fixture.configure(LicenseGuard.builder(ports.asyncClient(GuardFixture.config())))
                .build();
        guard.refresh().join();
        CompletableFuture<Verdict> late = guard.refresh();

        guard.close();
        lateResponse.completeExceptionally(DevPayrStub.status(403, DevPayrStub.REVOKED));

        assertThat(late.join()).isInstanceOf(Denied.class);
        fixture.devpayr.becomeUnreachable();
        assertThat(fixture.guard().check()).isInstanceOf(Denied.class);
    }

    @Test
    void closeDoesNotWaitForTheLeaseStore() throws InterruptedException {
        CountDownLatch saving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        fixture.store = new HookedStore(LeaseStore.memory(), () -> {
            saving.countDown();
            Latches.await(go);
        });
        LicenseGuard guard = fixture.builder().executor(GuardThreads::run).build();
        CompletableFuture<Verdict> check = guard.refresh();
        Latches.await(saving);

        guard.close();

        assertThat(check).isNotDone();
        go.countDown();
        assertThat(check.join()).isInstanceOf(Allowed.class);
    }

    @Test
    void theDefaultThreadIsADaemonAndEndsOnClose() throws InterruptedException {
        LicenseGuard guard = LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config()))
                .application(GuardFixture.APPLICATION)
                .leaseStore(fixture.store)
                .build();
        guard.start();
        List<Thread> threads = threads();
        assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);

        guard.close();

        for (Thread thread : threads) {
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("devpayr-guard"))
                .toList();
    }

    @Tag("exhaustive")
    @Test
    void aGuardThatIsNotClosedDoesNotKeepTheProcessAlive(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process = ChildProcess.start("forget", folder.resolve("lease"), 0);
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLeaseDeletedByAnotherProcessDoesNotReappear(boolean byClosing) {
        LicenseGuard guard = fixture.guard();
        guard.check();
        fixture.store.delete(); // the other process was denied
        fixture.devpayr.becomeUnreachable();
        fixture.time.advance(Duration.ofMinutes(5));
        if (byClosing) {
            guard.close();
        } else {
            guard.refresh().join();
        }

        assertThat(fixture.store.load()).isNull();
    }

    @Test
    void aDenialThatCouldNotBeSavedIsSavedLater() {
        Failing store = new Failing();
        fixture.store = store;
        LicenseGuard guard = fixture.guard();
        guard.check();
        store.fails.set(true);
        fixture.devpayr.markUnpaid();
        assertThat(guard.refresh().join()).isInstanceOf(Denied.class);
        assertThat(store.kept.load()).isNotNull();

        store.fails.set(false);
        fixture.devpayr.becomeUnreachable();
        guard.refresh().join();

        assertThat(fixture.storeFailures)
                .as("a reading, the saving and the deletion")
                .hasSize(3);
        fixture.store = store.kept;
        assertThat(fixture.guard().check()).isInstanceOf(Denied.class);
    }

    @Test
    void aFailingStoreDoesNotAffectTheVerdict() {
        Failing store = new Failing();
        fixture.store = store;
        store.fails.set(true);
        LicenseGuard guard = fixture.guard();
        guard.start();

        assertThat(guard.check()).isInstanceOf(Allowed.class);
        assertThat(guard.check()).isInstanceOf(Allowed.class);
        assertThat(fixture.storeFailures)
                .as("two readings and a saving")
                .hasSize(3)
                .first()
                .isInstanceOf(IllegalStateException.class);
    }

    private static final class Failing implements LeaseStore {
        private final LeaseStore kept = LeaseStore.memory();
        private final AtomicBoolean fails = new AtomicBoolean();

        private LeaseStore kept() {
            if (fails.get()) {
                throw new IllegalStateException("the disk is full");
            }
            return kept;
        }

        @Override
        public @Nullable Lease load() {
            return kept().load();
        }

        @Override
        public void save(Lease lease) {
            kept().save(lease);
        }

        @Override
        public boolean compareAndSet(Lease expected, Lease lease) {
            return kept().compareAndSet(expected, lease);
        }

        @Override
        public void delete() {
            kept().delete();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "acme photos", "../etc", ".hidden", "acme/photos", "acme\nphotos", "ä"})
    void rejectsInvalidApplicationNames(String name) {
        assertThatThrownBy(() -> fixture.builder().application(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("application must be");
        assertThatThrownBy(() -> fixture.builder().application("a".repeat(65)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void rejectsInvalidSettingsByName() {
        LicenseGuard.Builder builder = fixture.builder();
        refused("checkInterval", () -> builder.checkInterval(Duration.ofMillis(999)));
        refused("checkInterval", () -> builder.checkInterval(Duration.ofDays(32)));
        refused("checkTimeout", () -> builder.checkTimeout(Duration.ZERO));
        refused("grace", () -> OutagePolicy.grace(Duration.ZERO));
        refused("grace", () -> OutagePolicy.grace(Duration.ofDays(367)));
        refused("lease", () -> new Lease("x".repeat(Lease.MAX_LENGTH + 1)));
        refused("application", LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config()))::build);
    }

    @Test
    void acceptsTheLimitsOfEachSetting() {
        LicenseGuard.Builder builder = fixture.builder();
        for (Duration interval : List.of(Duration.ofSeconds(1), Duration.ofDays(31))) {
            assertThat(builder.checkInterval(interval).build().check()).isInstanceOf(Allowed.class);
        }
        assertThat(OutagePolicy.grace(Duration.ofDays(366)).grace()).isEqualTo(Duration.ofDays(366));
        assertThat(new Lease("x".repeat(Lease.MAX_LENGTH)).text()).hasSize(Lease.MAX_LENGTH);
    }

    /** The client's own timeouts end a check earlier, so that no test waits for this one. */
    @Test
    void aCheckMayTakeTwoMinutesByDefault() {
        GuardSettings settings = new GuardSettings(GuardFixture.config(), executor -> {
            throw new AssertionError("a guard that is not built sends no request");
        });

        assertThat(settings.checkTimeout).isEqualTo(Duration.ofMinutes(2));
    }

    private static void refused(String setting, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(ConfigurationException.class, wrong -> assertThat(wrong.setting())
                        .isEqualTo(setting));
    }

    @Test
    void policiesHaveADescription() {
        assertThat(OutagePolicy.grace(Duration.ofDays(3))).hasToString("OutagePolicy.grace(PT72H)");
        assertThat(OutagePolicy.advisory()).hasToString("OutagePolicy.advisory");
    }
}
