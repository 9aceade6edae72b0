package com.devpayr.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.FakeTransport;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.ProjectService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@link CallTransport#lazy} and {@link AsyncCallTransport#lazy}. */
class LazyCallTransportTest {
    private static final String CLOSED = "this DevPayr client is closed; create a new one";

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CallTransport blocking = CallTransport.lazy(this::createBlocking);
    private final AsyncCallTransport async = AsyncCallTransport.lazy(this::createAsync);
    private final DevPayr client = client(blocking);
    private final AsyncDevPayr asyncClient = asyncClient(async);

    private CallTransport createBlocking() {
        log.add("created");
        return new FakeTransport((operation, arguments) -> log(operation)).blocking(() -> log.add("closed"));
    }

    private AsyncCallTransport createAsync() {
        log.add("created");
        return new FakeTransport((operation, arguments) -> CompletableFuture.completedFuture(log(operation)))
                .async(() -> log.add("closed"));
    }

    private Page<Object> log(Operation operation) {
        log.add(operation.id());
        return Page.of(List.of(), null);
    }

    private static DevPayr client(CallTransport transport) {
        return DevPayr.create(FakeTransport.config(), transport);
    }

    private static AsyncDevPayr asyncClient(AsyncCallTransport transport) {
        return AsyncDevPayr.create(FakeTransport.config(), transport);
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure).join();
    }

    @Test
    void isCreatedByTheFirstCallAndClosedWithTheClient() {
        ProjectService projects = client.projects();
        client.licenses();
        assertThat(log).isEmpty();

        projects.list(PageRequest.first());
        projects.list(PageRequest.first());
        client.licenses().list(7, PageRequest.first());
        assertThat(log).containsExactly("created", "project.list", "project.list", "license.list");

        client.close();
        assertThat(log).containsExactly("created", "project.list", "project.list", "license.list", "closed");
    }

    @Test
    void asynchronousTransportIsCreatedByTheFirstCallAndClosedWithTheClient() {
        asyncClient.licenses();
        assertThat(log).isEmpty();

        asyncClient.projects().list(PageRequest.first()).join();
        asyncClient.licenses().list(7, PageRequest.first()).join();
        assertThat(log).containsExactly("created", "project.list", "license.list");

        asyncClient.close();
        assertThat(log).containsExactly("created", "project.list", "license.list", "closed");
    }

    @Test
    void isNotCreatedByClose() {
        client.close();
        asyncClient.close();

        assertThat(log).isEmpty();
    }

    @Test
    void isNotCreatedAfterClose() {
        blocking.close(); // while a call is between the policy's check and the transport
        async.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> client.projects().list(PageRequest.first()))
                .withMessage(CLOSED);
        assertThat(failureOf(asyncClient.projects().list(PageRequest.first())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(CLOSED);
        assertThat(log).isEmpty();
    }

    @Test
    void concurrentFirstCallsCreateOneTransport() throws Exception {
        callConcurrently(() -> client.projects().list(PageRequest.first()));

        assertThat(log).hasSize(9).startsWith("created").containsOnlyOnce("created");
    }

    @Test
    void concurrentFirstCallsCreateOneAsynchronousTransport() throws Exception {
        callConcurrently(() -> asyncClient.projects().list(PageRequest.first()).join());

        assertThat(log).hasSize(9).startsWith("created").containsOnlyOnce("created");
    }

    /** A virtual thread that waits for a monitor occupies its carrier thread before Java 24. */
    @Test
    @Timeout(30)
    void aSecondCallWaitsForTheCreationWithoutAMonitor() throws Exception {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ProjectService projects = client(CallTransport.lazy(() -> {
                    creating.countDown();
                    await(released);
                    return createBlocking();
                }))
                .projects();
        Thread first = new Thread(() -> projects.list(PageRequest.first()));
        Thread second = new Thread(() -> projects.list(PageRequest.first()));
        first.start();
        creating.await();
        second.start();
        awaitBlockedOrParked(second);

        assertThat(second.getState()).isEqualTo(Thread.State.WAITING);

        released.countDown();
        first.join();
        second.join();
        assertThat(log).containsExactly("created", "project.list", "project.list");
    }

    private static void awaitBlockedOrParked(Thread thread) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (thread.getState() != Thread.State.BLOCKED
                && (thread.getState() != Thread.State.WAITING || LockSupport.getBlocker(thread) == null)) {
            assertThat(System.nanoTime() - end).as("the second call waits").isNegative();
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void callConcurrently(Runnable call) throws Exception {
        int threads = 8;
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            calls.add(CompletableFuture.runAsync(
                    () -> {
                        await(barrier);
                        call.run();
                    },
                    task -> new Thread(task).start()));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aFailedCreationIsRepeatedByTheNextCall() {
        IllegalStateException reason = new IllegalStateException("no trust store");
        ProjectService projects = client(CallTransport.lazy(failingOnce(reason, this::createBlocking)))
                .projects();

        assertThatThrownBy(() -> projects.list(PageRequest.first())).isSameAs(reason);
        assertThat(projects.list(PageRequest.first()).items()).isEmpty();
    }

    @Test
    void aFailedCreationOfAnAsynchronousTransportFailsTheFutureAndIsRepeatedByTheNextCall() {
        IllegalStateException reason = new IllegalStateException("no trust store");
        AsyncDevPayr failing = asyncClient(AsyncCallTransport.lazy(failingOnce(reason, this::createAsync)));

        assertThat(failureOf(failing.projects().list(PageRequest.first()))).isSameAs(reason);
        assertThat(failing.projects().list(PageRequest.first()).join().items()).isEmpty();
    }

    private <T> Supplier<T> failingOnce(RuntimeException reason, Supplier<T> factory) {
        return () -> {
            if (log.isEmpty()) {
                log.add("failed");
                throw reason;
            }
            return factory.get();
        };
    }

    @Test
    void aFailureOfACallIsReportedUnchanged() {
        InvalidRequestException reason = new InvalidRequestException("a", "b");
        FakeTransport failing = new FakeTransport(FakeTransport.Platform.failing(reason));

        assertThatThrownBy(() -> client(CallTransport.lazy(() -> failing.blocking(() -> {})))
                        .projects()
                        .list(PageRequest.first()))
                .isSameAs(reason);
        assertThat(failureOf(asyncClient(AsyncCallTransport.lazy(() -> failing.async(() -> {})))
                        .projects()
                        .list(PageRequest.first())))
                .isSameAs(reason);
    }

    @Test
    void closeReleasesTheLockForOtherThreads() {
        blocking.close();

        assertThat(CompletableFuture.runAsync(() -> client.projects().get(7)))
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(IllegalStateException.class)
                .withMessage(CLOSED);
    }
}
