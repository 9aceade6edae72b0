package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.vertx.metrics.CallMetrics;
import com.devpayr.vertx.metrics.LicenseMetrics;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/** Measures by Micrometer's global registry, which hands on to those that the application adds to it. */
final class MicrometerInstrumentation implements Instrumentation {
    private @Nullable LicenseMetrics gauges;

    @Override
    public VertxDevPayr around(VertxDevPayr client) {
        return client.with(CallMetrics.to(Metrics.globalRegistry));
    }

    @Override
    public void watch(LicenseGuard guard) {
        gauges = LicenseMetrics.of(guard, Tags.empty(), Metrics.globalRegistry);
    }

    @Override
    public void close() {
        if (gauges != null) {
            gauges.close();
        }
    }
}
