package com.devpayr.spring.actuate;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Gauges for the verdict: {@code devpayr.license.verdict}, {@code …permitted} and {@code …confirmation.age}. */
final class LicenseMeterBinder implements MeterBinder {
    private final LicenseGuard guard;
    private final Clock clock;

    LicenseMeterBinder(LicenseGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String verdict : List.of("allowed", "denied", "unknown")) {
            Gauge.builder(
                            "devpayr.license.verdict",
                            guard,
                            source -> toGauge(
                                    LicenseDescriptor.name(source.current()).equals(verdict)))
                    .description("1 for the current verdict, 0 for the others")
                    .tag("verdict", verdict)
                    .register(registry);
        }
        Gauge.builder("devpayr.license.permitted", guard, source -> toGauge(source.isPermitted(source.current())))
                .description("1 if the application is permitted to run, 0 otherwise")
                .register(registry);
        TimeGauge.builder("devpayr.license.confirmation.age", guard, TimeUnit.MILLISECONDS, this::age)
                .description("Time since DevPayr last confirmed the license")
                .register(registry);
    }

    private static double toGauge(boolean condition) {
        return condition ? 1 : 0;
    }

    private double age(LicenseGuard source) {
        return source.current() instanceof Verdict.Allowed allowed
                ? Duration.between(allowed.confirmedAt(), clock.instant()).toMillis()
                : Double.NaN;
    }
}
