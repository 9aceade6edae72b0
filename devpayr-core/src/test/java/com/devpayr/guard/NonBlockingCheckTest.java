package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.FakeTransport;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.LeaseStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Non-blocking checks, timeouts and cancellation. */
@Timeout(60)
class NonBlockingCheckTest {
    private static final PaymentStatus PAID = PaymentStatus.builder(true).build();

    private final GuardFixture fixture = new GuardFixture();
    private final CompletableFuture<PaymentStatus> response = new CompletableFuture<>();
    private final FakeTransport ports = new FakeTransport((operation, arguments) -> response);
    private final LicenseGuard.Builder builder =
            fixture.configure(LicenseGuard.builder(ports.asyncClient(GuardFixture.config())));

    @Test
    void refreshReturnsBeforeTheResponseAndCompletesWithIt() {
        LicenseGuard guard = builder.build();

        CompletableFuture<Verdict> verdict = guard.refresh();
        assertThat(verdict).isNotDone();
        assertThat(guard.current()).isEqualTo(new Unknown(Unknown.Cause.NOT_CHECKED, null));

        response.complete(PAID);
        assertThat(verdict.join()).isInstanceOf(Allowed.class).isEqualTo(guard.current());
        assertThat(ports.operations()).containsExactly(Operation.PAYMENT_CHECK);
    }

    @Test
    void fileAccessRunsOnNeitherTheCallersNorTheTransportsThread() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        LeaseStore memory = LeaseStore.memory();
        LicenseGuard guard = builder.executor(GuardThreads::run)
                .leaseStore((LeaseStore) Proxy.newProxyInstance(
                        LeaseStore.class.getClassLoader(),
                        new Class<?>[] {LeaseStore.class},
                        (proxy, method, arguments) -> {
                            workers.add(Thread.currentThread());
                            return method.invoke(memory, arguments);
                        }))
                .build();

        CompletableFuture<Verdict> verdict = guard.refresh();
        response.complete(PAID);

        assertThat(verdict.join()).isInstanceOf(Allowed.class);
        assertThat(workers).hasSize(2).doesNotContain(Thread.currentThread());
        assertThat(memory.load()).isNotNull();
    }

    @Test
    void concurrentCallersShareTheRequestAndCancelOnlyTheirOwnFuture() {
        LicenseGuard guard = builder.build();
        CompletableFuture<Verdict> one = guard.firstVerdict();
        CompletableFuture<Verdict> other = guard.firstVerdict();

        one.cancel(true);
        response.complete(PAID);

        assertThat(other.join()).isInstanceOf(Allowed.class);
        assertThat(one).isCancelled();
        assertThat(ports.operations()).hasSize(1);
    }

    @Test
    void refreshesDuringARequestShareTheNextOne() {
        List<CompletableFuture<PaymentStatus>> responses = new ArrayList<>();
        LicenseGuard guard = guard(responses, Runnable::run);
        guard.refresh();
        List<CompletableFuture<Verdict>> later = List.of(guard.refresh(), guard.refresh(), guard.refresh());

        responses.get(0).complete(PAID);
        assertThat(guard.current()).isInstanceOf(Allowed.class);
        assertThat(later).noneMatch(CompletableFuture::isDone);
        assertThat(responses).hasSize(2);
        responses.get(1).completeExceptionally(DevPayrStub.status(403, DevPayrStub.REVOKED));

        assertThat(later)
                .allSatisfy(verdict -> assertThat(verdict).isCompletedWithValueMatching(Denied.class::isInstance));
        assertThat(responses).hasSize(2);
    }

    @Test
    void refreshWhileAVerdictIsReportedSendsAnotherRequest() {
        List<CompletableFuture<PaymentStatus>> responses = new ArrayList<>();
        Queue<Runnable> tasks = new ArrayDeque<>();
        LicenseGuard guard = guard(responses, tasks::add);
        guard.refresh();
        GuardFixture.runAll(tasks);
        responses.get(0).complete(PAID);
        while (!(guard.current() instanceof Allowed)) {
            tasks.remove().run();
        }

        CompletableFuture<Verdict> second = guard.refresh();
        assertThat(second).isNotDone(); // the first check has not ended
        GuardFixture.runAll(tasks);
        responses.get(1).completeExceptionally(DevPayrStub.status(403, DevPayrStub.REVOKED));
        GuardFixture.runAll(tasks);

        assertThat(second).isCompletedWithValueMatching(Denied.class::isInstance);
    }

    @Test
    void refreshThatJoinsACheckWithoutARequestSendsARequest() {
        response.complete(PAID);
        Queue<Runnable> tasks = new ArrayDeque<>();
        LicenseGuard guard = builder.executor(tasks::add).build();
        guard.start();
        fixture.scheduler.advance(Duration.ZERO);
        assertThat(tasks).hasSize(1);
        CompletableFuture<Verdict> joined = guard.refresh();
        fixture.guard().refresh().join(); // confirms the lease that both share

        GuardFixture.runAll(tasks);

        assertThat(joined).isCompleted();
        assertThat(ports.operations()).hasSize(1);
    }

    /** Returns a guard whose requests wait for the test to complete their responses. */
    private LicenseGuard guard(List<CompletableFuture<PaymentStatus>> responses, Executor executor) {
        FakeTransport waiting = new FakeTransport((operation, arguments) -> {
            CompletableFuture<PaymentStatus> added = new CompletableFuture<>();
            responses.add(added);
            return added;
        });
        return fixture.configure(LicenseGuard.builder(waiting.asyncClient(GuardFixture.config())))
                .executor(executor)
                .build();
    }

    @Test
    void anErrorResponseOfTheAsynchronousClientIsADenial() {
        LicenseGuard guard = builder.build();
        response.completeExceptionally(DevPayrStub.status(403, DevPayrStub.REVOKED));

        assertThat(guard.refresh().join()).isInstanceOf(Denied.class);
    }

    @Test
    void aMissingResponseIsAnOutageAfterTheTimeoutAndIsCanceled() {
        LicenseGuard guard = builder.checkTimeout(Duration.ofMillis(20)).build();

        Verdict verdict = guard.refresh().join();

        assertThat(verdict).isInstanceOfSatisfying(Unknown.class, unknown -> {
            assertThat(unknown.cause()).isEqualTo(Unknown.Cause.UNREACHABLE);
            assertThat(unknown.failure()).isInstanceOf(TimeoutException.class);
        });
        assertThat(response).isCancelled();
    }

    @Test
    void anExecutorThatIsShutDownDoesNotLoseACheck() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdown();
        response.complete(PAID);

        assertThat(builder.executor(executor).build().refresh().join()).isInstanceOf(Allowed.class);
        Assertions.assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void anExecutorThatThrowsDoesNotLoseACheck() {
        response.complete(PAID);
        LicenseGuard guard = builder.executor(task -> {
                    throw new IllegalStateException("full");
                })
                .build();

        assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
        assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
    }

    @Test
    void aSchedulerThatFailsDoesNotPreventFurtherChecks() {
        AtomicBoolean exhausted = new AtomicBoolean();
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
                if (exhausted.get()) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                return super.schedule(() -> {}, 1, TimeUnit.DAYS);
            }
        };
        response.complete(PAID);
        LicenseGuard guard = builder.scheduler(scheduler).build();
        guard.start();
        exhausted.set(true);
        List<Throwable> reported = new ArrayList<>();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> reported.add(failure));
        try {
            assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
            assertThat(guard.refresh()).isCompletedWithValueMatching(Allowed.class::isInstance);
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(ports.operations()).hasSize(2);
        assertThat(reported).singleElement().isInstanceOf(OutOfMemoryError.class);
        scheduler.shutdownNow();
    }

    @Test
    void aCheckOnTheExecutorsOnlyThreadEndsAfterTheTimeout() throws Exception {
        ExecutorService only = Executors.newSingleThreadExecutor();
        try {
            LicenseGuard guard = fixture.builder()
                    .executor(only)
                    .checkTimeout(Duration.ofMillis(50))
                    .build();

            assertThat(only.submit(guard::check).get(30, TimeUnit.SECONDS)).isInstanceOf(Unknown.class);
        } finally {
            only.shutdownNow();
        }
    }

    @Test
    void anInterruptReturnsTheCachedVerdictAndKeepsTheFlag() {
        LicenseGuard guard = builder.build();

        Thread.currentThread().interrupt();
        Verdict verdict = guard.check();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(verdict).isInstanceOf(Unknown.class);
        response.complete(PAID);
        assertThat(guard.current()).isInstanceOf(Allowed.class);
    }

    @Test
    void aTransportThatThrowsOrReturnsNullIsAnOutage() {
        for (FakeTransport.Platform broken : List.<FakeTransport.Platform>of(
                (operation, arguments) -> {
                    throw new IllegalStateException("broken");
                },
                (operation, arguments) -> CompletableFuture.completedFuture(null))) {
            LicenseGuard guard = fixture.configure(
                            LicenseGuard.builder(new FakeTransport(broken).asyncClient(GuardFixture.config())))
                    .build();

            assertThat(guard.refresh().join())
                    .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.cause())
                            .isEqualTo(Unknown.Cause.UNREACHABLE));
        }
    }

    @Test
    void refreshWithABlockingClientDoesNotBlockTheCaller() {
        CountDownLatch go = new CountDownLatch(1);
        FakeTransport slow = new FakeTransport((operation, arguments) -> {
            Latches.await(go);
            return PAID;
        });
        LicenseGuard guard = fixture.configure(LicenseGuard.builder(slow.client(GuardFixture.config())))
                .executor(GuardThreads::run)
                .build();

        CompletableFuture<Verdict> verdict = guard.refresh();
        assertThat(verdict).isNotDone();

        go.countDown();
        assertThat(verdict.join()).isInstanceOf(Allowed.class);
    }

    @Test
    void aClosedClientIsAnOutageNotADenial() {
        DevPayr closed = new FakeTransport((operation, arguments) -> PAID).client(GuardFixture.config());
        closed.close();
        LicenseGuard guard = fixture.configure(LicenseGuard.builder(closed)).build();

        Assertions.assertThatThrownBy(guard::requireLicensed)
                .isInstanceOf(LicenseUnknownException.class)
                .hasMessageContaining("closed");
    }
}
