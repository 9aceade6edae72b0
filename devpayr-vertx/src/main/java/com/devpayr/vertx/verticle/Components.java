package com.devpayr.vertx.verticle;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.guard.PaymentScope;
import com.devpayr.internal.log.RateLimitedLog;
import com.devpayr.operation.Credential;
import com.devpayr.spi.LeaseStore;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.vertx.lease.VertxLeaseStore;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Creates the components of a deployment from its settings. Reads files, so it must not be used on an event loop. */
final class Components {
    private static final Logger LOG = System.getLogger(LicenseGuard.class.getName());
    private static final Duration DEFAULT_GRACE = Duration.ofDays(3);

    private final Settings settings;

    Components(Settings settings) {
        this.settings = settings;
    }

    /** An outage policy. */
    private enum Policy {
        GRACE,
        FAIL_CLOSED,
        ADVISORY
    }

    /** A type of lease store. */
    private enum Store {
        FILE,
        MEMORY,
        SHARED
    }

    DevPayrConfig config(Vertx vertx) {
        DevPayrConfig.Builder builder =
                DevPayrConfig.builder().environment(settings).fromEnvironment();
        if (settings.getBoolean("allow-plain-http", false)) {
            builder.allowPlainHttp();
        }
        if (settings.getBoolean("infer-domain", false)) {
            builder.inferDomain();
        }
        if (settings.getBoolean("require-domain", false)) {
            builder.requireDomain();
        }
        ProxySettings proxy = ProxyKeys.read(settings);
        if (proxy != null) {
            builder.proxy(proxy);
        }
        SSLContext tls = new TlsKeys(settings).create(vertx);
        if (tls != null) {
            builder.sslContext(tls);
        }
        ifDurationSet("connect-timeout", builder::connectTimeout);
        ifDurationSet("read-timeout", builder::readTimeout);
        ifDurationSet("call-timeout", builder::callTimeout);
        settings.ifSet("max-connections", Integer::parseInt, "a whole number", builder::maxConnections);
        ifSizeSet("max-response-size", builder::maxResponseBytes);
        ifSizeSet("max-payload-response-size", builder::maxPayloadResponseBytes);
        return builder.build();
    }

    private void ifDurationSet(String name, Consumer<Duration> consumer) {
        settings.ifSet(name, DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, consumer);
    }

    private void ifSizeSet(String name, Consumer<Integer> consumer) {
        settings.ifSet(name, DurationAndSizeParser::bytes, DurationAndSizeParser.SIZE, consumer);
    }

    /** Returns whether to create a guard: a license key is configured and the guard is enabled. */
    boolean isGuardEnabled(DevPayrConfig config) {
        return config.has(Credential.LICENSE_KEY) && settings.getBoolean("guard.enabled", true);
    }

    LicenseGuard guard(Vertx vertx, VertxDevPayr devpayr) {
        LicenseGuard.Builder builder = LicenseGuard.builder(devpayr.async())
                .application(settings.get("guard.application", name -> name, "a name", "application"))
                .scope(settings.getEnum("guard.scope", PaymentScope.PROJECT))
                .outagePolicy(outagePolicy());
        ifDurationSet("guard.check-interval", builder::checkInterval);
        ifDurationSet("guard.check-timeout", builder::checkTimeout);
        configureLeaseStore(vertx, devpayr.config(), builder);
        return builder.build();
    }

    private OutagePolicy outagePolicy() {
        return switch (settings.getEnum("guard.outage-policy", Policy.GRACE)) {
            case GRACE ->
                OutagePolicy.grace(settings.get(
                        "guard.grace", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, DEFAULT_GRACE));
            case FAIL_CLOSED -> OutagePolicy.failClosed();
            case ADVISORY -> OutagePolicy.advisory();
        };
    }

    private void configureLeaseStore(Vertx vertx, DevPayrConfig config, LicenseGuard.Builder builder) {
        switch (settings.getEnum("guard.lease.store", Store.FILE)) {
            case FILE ->
                settings.ifSet(
                        "guard.lease.path", Path::of, "a path", path -> builder.leaseStore(LeaseStore.file(path)));
            case MEMORY -> builder.leaseStore(LeaseStore.memory());
            case SHARED -> {
                if (vertx.isClustered()) {
                    config.domain().requireShareable("devpayr.guard.lease.store");
                }
                builder.leaseStore(leaseName -> VertxLeaseStore.create(vertx, leaseName));
            }
        }
    }

    LicenseEnforcer enforcer() {
        LicenseEnforcer.Builder builder = LicenseEnforcer.builder(
                        settings.getEnum("enforcement.mode", EnforcementMode.LOG))
                .logger(new RateLimitedLog(message -> LOG.log(Level.WARNING, message), System::nanoTime));
        settings.ifSet("enforcement.status", Integer::valueOf, "a number", builder::status);
        settings.ifSet("enforcement.redirect", url -> url, "a URL", builder::redirect);
        ifDurationSet("enforcement.max-wait", builder::maxWait);
        settings.ifSet("enforcement.page", Path::of, "a path", path -> builder.page(read(path)));
        settings.getStrings("enforcement.include").forEach(builder::include);
        settings.getStrings("enforcement.exclude").forEach(builder::exclude);
        return builder.build();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "devpayr.enforcement.page",
                    "refers to " + page + ", which cannot be read; check the path",
                    unreadable);
        }
    }
}
