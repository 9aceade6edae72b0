package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** A guard with its collaborators and a manual clock. Everything runs on the test's thread. */
final class GuardFixture {
    static final String APPLICATION = "acme-photos";
    static final String DOMAIN = "photos.example.com";
    static final String KEY = "0197a0b1-5f00-7000-8000-00000000cafe";
    static final Duration INTERVAL = Duration.ofHours(1);
    static final Duration GRACE = Duration.ofDays(3);

    final ManualTime time = new ManualTime();
    final ManualScheduler scheduler = new ManualScheduler(time);
    final DevPayrStub devpayr = new DevPayrStub();
    final List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
    final List<RuntimeException> storeFailures = Collections.synchronizedList(new ArrayList<>());
    LeaseStore store = LeaseStore.memory();

    private final GuardListener listener = new GuardListener() {
        @Override
        public void verdictChanged(Verdict before, Verdict after) {
            verdicts.add(after);
        }

        @Override
        public void leaseStoreFailed(RuntimeException failure) {
            storeFailures.add(failure);
        }
    };

    static DevPayrConfig config() {
        return config(KEY, DOMAIN);
    }

    static DevPayrConfig config(String key, String domain) {
        return DevPayrConfig.builder().licenseKey(key).domain(domain).build();
    }

    LicenseGuard.Builder builder() {
        return configure(LicenseGuard.builder(devpayr.client(config())));
    }

    LicenseGuard.Builder configure(LicenseGuard.Builder builder) {
        return builder.application(APPLICATION)
                .leaseStore(store)
                .clock(time)
                .nanoTime(time::nanoTime)
                .scheduler(scheduler)
                .executor(Runnable::run)
                .random(always(0.5))
                .listener(listener);
    }

    LicenseGuard guard() {
        return builder().build();
    }

    /** Runs the tasks of an executor that is a queue, and those that they add. */
    static void runAll(Queue<Runnable> tasks) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Returns a random generator whose every value is the same. */
    static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public double nextDouble() {
                return value;
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
