package com.devpayr.benchmarks.report;

import com.devpayr.benchmarks.jmh.LicensedGuards;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Concurrent first checks of a guard by many threads. */
final class ColdChecks implements Section {
    private static final int THREADS = 10_000;
    private static final int STACK_BYTES = 256 * 1024;

    @Override
    public String measure() {
        AtomicInteger requests = new AtomicInteger();
        AtomicInteger allowed = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(THREADS);
        try (LicenseGuard guard = LicensedGuards.guard(requests::incrementAndGet)) {
            for (int i = 0; i < THREADS; i++) {
                Runnable check = () -> {
                    awaitUninterrupted(start);
                    allowed.addAndGet(guard.check() instanceof Verdict.Allowed ? 1 : 0);
                    end.countDown();
                };
                new Thread(null, check, "check-" + i, STACK_BYTES).start();
            }
            start.countDown();
            awaitUninterrupted(end);
        }
        return new Table("concurrent threads", "allowed", "requests")
                .row(THREADS, allowed, requests)
                .toString();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
