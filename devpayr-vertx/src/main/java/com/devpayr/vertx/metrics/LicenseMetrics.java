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
 * The verdict as gauges, of the same names as in Spring: {@code devpayr.license.verdict}, {@code …permitted} and {@code
 * …confirmation.age}.
 *
 * <pre>{@code
 * LicenseMetrics metrics = LicenseMetrics.of(guard, Tags.of("tenant", "acme"), registry);
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
     * @param tags what tells this guard from others of the process
     */
    public static LicenseMetrics of(LicenseGuard guard, Tags tags, MeterRegistry registry) {
        LicenseMetrics metrics = new LicenseMetrics(registry);
        metrics.verdict(guard, tags, "allowed", Verdict.Allowed.class);
        metrics.verdict(guard, tags, "denied", Verdict.Denied.class);
        metrics.verdict(guard, tags, "unknown", Verdict.Unknown.class);
        metrics.gauge(
                guard,
                tags,
                "devpayr.license.permitted",
                "1 while this copy may run",
                it -> is(it.isPermitted(it.current())));
        metrics.meters.add(
                TimeGauge.builder("devpayr.license.confirmation.age", guard, TimeUnit.MILLISECONDS, LicenseMetrics::age)
                        .description("How long ago DevPayr last said yes")
                        .tags(tags)
                        .register(registry));
        return metrics;
    }

    private void verdict(LicenseGuard guard, Tags tags, String name, Class<? extends Verdict> type) {
        gauge(
                guard,
                tags.and("verdict", name),
                "devpayr.license.verdict",
                "1 for the present verdict, 0 for the others",
                it -> is(type.isInstance(it.current())));
    }

    private void gauge(
            LicenseGuard guard, Tags tags, String name, String description, ToDoubleFunction<LicenseGuard> value) {
        meters.add(Gauge.builder(name, guard, value)
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private static double is(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double age(LicenseGuard guard) {
        return guard.current() instanceof Verdict.Allowed allowed
                ? Duration.between(allowed.confirmedAt(), Clock.systemUTC().instant())
                        .toMillis()
                : Double.NaN;
    }

    /** Takes the gauges out of the registry. */
    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
