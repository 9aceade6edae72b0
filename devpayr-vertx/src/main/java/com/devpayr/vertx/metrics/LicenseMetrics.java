package com.devpayr.vertx.metrics;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Gauges for a guard's verdict, with the same names as in the Spring Boot starter: {@code devpayr.license.verdict}, {@code
 * …permitted} and {@code …confirmation.age}.
 *
 * <pre>{@code
 * LicenseMetrics metrics = LicenseMetrics.create(guard, Tags.of("tenant", "acme"), registry);
 * }</pre>
 */
public final class LicenseMetrics implements AutoCloseable {
    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();

    private LicenseMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Registers the gauges of a guard. Reading them does no I/O.
     *
     * @param tags distinguish this guard from others of the process
     */
    public static LicenseMetrics create(LicenseGuard guard, Tags tags, MeterRegistry registry) {
        LicenseMetrics metrics = new LicenseMetrics(registry);
        metrics.verdict(guard, tags, "allowed", Verdict.Allowed.class);
        metrics.verdict(guard, tags, "denied", Verdict.Denied.class);
        metrics.verdict(guard, tags, "unknown", Verdict.Unknown.class);
        metrics.gauge(
                guard,
                tags,
                "devpayr.license.permitted",
                "1 if the application is permitted to run, 0 otherwise",
                source -> toGauge(source.isPermitted(source.current())));
        metrics.meters.add(
                TimeGauge.builder("devpayr.license.confirmation.age", guard, TimeUnit.MILLISECONDS, LicenseMetrics::age)
                        .description("Time since DevPayr last confirmed the license")
                        .tags(tags)
                        .register(registry));
        return metrics;
    }

    private void verdict(LicenseGuard guard, Tags tags, String name, Class<? extends Verdict> type) {
        gauge(
                guard,
                tags.and("verdict", name),
                "devpayr.license.verdict",
                "1 for the current verdict, 0 for the others",
                source -> toGauge(type.isInstance(source.current())));
    }

    private void gauge(
            LicenseGuard guard, Tags tags, String name, String description, ToDoubleFunction<LicenseGuard> value) {
        meters.add(Gauge.builder(name, guard, value)
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private static double toGauge(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double age(LicenseGuard guard) {
        return guard.current() instanceof Verdict.Allowed allowed
                ? Duration.between(allowed.confirmedAt(), Clock.systemUTC().instant())
                        .toMillis()
                : Double.NaN;
    }

    /** Removes the gauges from the registry. */
    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
