package com.devpayr.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.LeaseStore;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Allocation, locking and request coalescing. */
@Tag("exhaustive")
@Timeout(60)
class CostTest {
    private static final int THREADS = 1000;
    private static final int VIRTUAL_THREADS = 10_000;
    private static final long SMALL_STACK = 128 * 1024;

    private final GuardFixture fixture = new GuardFixture();

    @ParameterizedTest
    @ValueSource(strings = {"unconfirmed", "confirmed", "denied"})
    void readingTheVerdictAllocatesNothing(String state) {
        LicenseGuard guard = fixture.builder()
                .clock(Clock.systemUTC())
                .nanoTime(System::nanoTime)
                .build();
        if (state.equals("denied")) {
            fixture.devpayr.markUnpaid();
        }
        if (!state.equals("unconfirmed")) {
            guard.check();
        }
        read(guard);

        assertThat(allocatedWhileReading(guard)).isZero();
    }

    /** Returns the minimum of several rounds, since the JVM itself may allocate in one of them. */
    private static long allocatedWhileReading(LicenseGuard guard) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            read(guard);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void read(LicenseGuard guard) {
        for (int i = 0; i < 100_000; i++) {
            if (!guard.isPermitted(guard.current()) && guard.current() instanceof Allowed) {
                throw new AssertionError("not permitted");
            }
        }
    }

    @Test
    void readingTheVerdictDoesNotBlock() throws Exception {
        CountDownLatch saving = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        fixture.store = new HookedStore(LeaseStore.memory(), () -> {
            saving.countDown();
            Latches.await(go);
        });
        LicenseGuard guard = fixture.guard();
        CompletableFuture<Verdict> checking = CompletableFuture.supplyAsync(guard::check);
        assertThat(saving.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(guard.current()).isInstanceOf(Allowed.class);
        assertThat(checking).isNotDone();

        go.countDown();
        assertThat(checking.join()).isInstanceOf(Allowed.class);
    }

    @Test
    void aThousandConcurrentChecksCauseOneRequest() throws InterruptedException {
        CountDownLatch here = new CountDownLatch(THREADS);
        Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        LicenseGuard guard = guardThatRespondsWhenAllHaveArrived(here);
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(null, () -> ask(guard, here, verdicts), "asker", SMALL_STACK);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(verdicts).hasSize(THREADS).allMatch(Allowed.class::isInstance);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "this Java has no virtual threads")
    void tenThousandConcurrentChecksOnVirtualThreadsCauseOneRequest() throws Exception {
        CountDownLatch here = new CountDownLatch(VIRTUAL_THREADS);
        Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();
        LicenseGuard guard = guardThatRespondsWhenAllHaveArrived(here);
        ExecutorService virtual = virtualThreads();
        for (int i = 0; i < VIRTUAL_THREADS; i++) {
            virtual.execute(() -> ask(guard, here, verdicts));
        }
        virtual.shutdown();

        assertThat(virtual.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        assertThat(verdicts).hasSize(VIRTUAL_THREADS).allMatch(Allowed.class::isInstance);
        assertThat(fixture.devpayr.requests()).isEqualTo(1);
    }

    private static ExecutorService virtualThreads()
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private LicenseGuard guardThatRespondsWhenAllHaveArrived(CountDownLatch here) {
        fixture.devpayr.respond(() -> {
            Latches.await(here);
            return PaymentStatus.builder(true).build();
        });
        return fixture.builder().executor(GuardThreads::run).build();
    }

    private static void ask(LicenseGuard guard, CountDownLatch here, Queue<Verdict> verdicts) {
        here.countDown();
        verdicts.add(guard.check());
    }
}
