package com.devpayr.resilience4j.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.guard.Verdict;
import com.devpayr.resilience4j.Resilience;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spi.LeaseStore;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Mixed calls over every transport against an emulator that is stopped, restarted and slowed down at random: no call is
 * lost, no licensed application is denied, and heap and threads do not grow. Runs for 5 seconds by default, for longer
 * with {@code mvn verify -Dsoak=PT10M}. The report is {@code target/soak.md}.
 */
class SoakTest {
    private static final Duration DEFAULT = Duration.ofSeconds(5);
    private static final Duration LONG_ENOUGH_FOR_FIGURES = Duration.ofMinutes(2);
    private static final int WORKERS_PER_CLIENT = 3;

    private final Duration duration = Duration.parse(System.getProperty("soak", DEFAULT.toString()));
    private final long seed = Long.getLong("soak.seed", 7);
    private final CountDownLatch over = new CountDownLatch(1);
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final CallStatistics statistics = new CallStatistics();
    private final ResourceMonitor resources = new ResourceMonitor();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "soak");
        thread.setDaemon(true);
        return thread;
    });

    @AfterEach
    void close() throws Exception {
        over.countDown();
        threads.shutdownNow();
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.push(resource);
        return resource;
    }

    @Test
    void losesNoCallAndDeniesNoLicenseDuringFaults() throws Exception {
        fake.clock().follow(Clock.systemUTC());
        fake.limitRecordedRequests(100);
        FaultInjector faultInjector = open(new FaultInjector(fake, seed, over));
        List<Future<?>> running = new ArrayList<>();
        List<Function<DevPayrConfig, AsyncDevPayr>> transports = List.of(
                config -> FeignDevPayr.create(config).async(threads),
                config -> RetrofitDevPayr.create(config).async(threads),
                RetrofitDevPayr::createAsync,
                config -> VertxDevPayr.create(config).async());
        for (Function<DevPayrConfig, AsyncDevPayr> transport : transports) {
            for (Worker worker : workers(transport, faultInjector.baseUrl())) {
                running.add(threads.submit(() -> {
                    worker.work(over);
                    return null;
                }));
            }
        }
        running.add(threads.submit(() -> {
            faultInjector.run();
            return null;
        }));

        monitor();
        over.countDown();
        for (Future<?> task : running) {
            task.get(2, TimeUnit.MINUTES);
        }

        report(faultInjector);
        assertThat(statistics.violations()).isEmpty();
        assertThat(statistics.lost()).isZero();
        assertThat(statistics.successes()).isPositive();
        assertThat(statistics.verdicts()).isPositive();
        if (duration.compareTo(LONG_ENOUGH_FOR_FIGURES) >= 0) {
            assertThat(resources.heapMegabytes(2)).isLessThanOrEqualTo(resources.heapMegabytes(1) * 5 / 4 + 4);
            assertThat(resources.threads(2)).isLessThanOrEqualTo(resources.threads(1) * 5 / 4 + 4);
        }
    }

    private List<Worker> workers(Function<DevPayrConfig, AsyncDevPayr> transport, String baseUrl) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS_PER_CLIENT; i++) {
            String name = "Project " + opened.size() + " " + i;
            FakeProject project = fake.project(name).paid();
            FakeLicense license = project.license("Pro");
            AsyncDevPayr devpayr = resilience().decorate(open(transport.apply(config(baseUrl, license))));
            LicenseGuard guard = open(guard(devpayr));
            guard.start();
            workers.add(new Worker(devpayr, guard, statistics, seed + opened.size(), project.id(), license.id()));
        }
        return workers;
    }

    private DevPayrConfig config(String baseUrl, FakeLicense license) {
        return DevPayrConfig.builder()
                .baseUrl(baseUrl)
                .apiKey(fake.createGlobalKey().reveal())
                .licenseKey(license.key().reveal())
                .domain("shop.example.com")
                .connectTimeout(Duration.ofSeconds(2))
                .readTimeout(Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(4))
                .build();
    }

    private static Resilience resilience() {
        return Resilience.builder()
                .deadline(Duration.ofSeconds(10))
                .circuitBreaker(circuit -> circuit.waitDurationInOpenState(Duration.ofSeconds(1)))
                .build();
    }

    /** Checks the license once before any disturbance. */
    private LicenseGuard guard(AsyncDevPayr devpayr) {
        LicenseGuard guard = LicenseGuard.builder(devpayr)
                .application("soak")
                .checkInterval(Duration.ofSeconds(1))
                .outagePolicy(OutagePolicy.grace(Duration.ofHours(1)))
                .leaseStore(LeaseStore.memory())
                .listener((before, now) -> {
                    if (!(now instanceof Verdict.Allowed)) {
                        statistics.violation("the guard reported " + now);
                    }
                })
                .build();
        assertThat(guard.check()).isInstanceOf(Verdict.Allowed.class);
        return guard;
    }

    private void monitor() throws InterruptedException {
        long readings = 30;
        for (int i = 0; i < readings; i++) {
            over.await(duration.toMillis() / readings, TimeUnit.MILLISECONDS);
            resources.read();
        }
    }

    private void report(FaultInjector faultInjector) throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "soak.md"), """
                | soak of %s, seed %d | |
                |---|---|
                | DevPayr | %s |
                | calls | %d |
                | succeeded | %d |
                | failed with an exception | %d %s |
                | lost | %d |
                | verdicts of the license guards | %d |
                | licensed applications denied, other wrong results | %d |
                | heap after a collection, median of each third | %d, %d, %d MB |
                | threads, median of each third | %d, %d, %d |
                """.formatted(
                        duration,
                        seed,
                        faultInjector,
                        statistics.calls(),
                        statistics.successes(),
                        statistics.failed(),
                        statistics.failures(),
                        statistics.lost(),
                        statistics.verdicts(),
                        statistics.violations().size(),
                        resources.heapMegabytes(0),
                        resources.heapMegabytes(1),
                        resources.heapMegabytes(2),
                        resources.threads(0),
                        resources.threads(1),
                        resources.threads(2)));
    }
}
