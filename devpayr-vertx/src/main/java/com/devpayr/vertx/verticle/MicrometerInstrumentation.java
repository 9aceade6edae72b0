package com.devpayr.vertx.verticle;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.vertx.metrics.CallMetrics;
import com.devpayr.vertx.metrics.LicenseMetrics;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/** Instrumentation with Micrometer's global registry. */
final class MicrometerInstrumentation implements Instrumentation {
    private @Nullable LicenseMetrics licenseMetrics;

    @Override
    public VertxDevPayr instrument(VertxDevPayr client) {
        return client.with(CallMetrics.create(Metrics.globalRegistry));
    }

    @Override
    public void register(LicenseGuard guard) {
        licenseMetrics = LicenseMetrics.create(guard, Tags.empty(), Metrics.globalRegistry);
    }

    @Override
    public void close() {
        if (licenseMetrics != null) {
            licenseMetrics.close();
        }
    }
}
