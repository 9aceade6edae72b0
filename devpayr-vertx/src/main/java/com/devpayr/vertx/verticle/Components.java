package com.devpayr.vertx.verticle;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.OutagePolicy;
import com.devpayr.guard.PaymentScope;
import com.devpayr.operation.Operation;
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

/** Makes the parts of a deployment as its settings say. Reads files: for workers only. */
final class Components {
    private static final Logger LOG = System.getLogger(LicenseGuard.class.getName());
    private static final Duration DEFAULT_GRACE = Duration.ofDays(3);

    private final Settings settings;

    Components(Settings settings) {
        this.settings = settings;
    }

    /** What becomes of a copy while DevPayr cannot be asked. */
    private enum Policy {
        GRACE,
        FAIL_CLOSED,
        ADVISORY
    }

    /** Where the lease is kept. */
    private enum Store {
        FILE,
        MEMORY,
        SHARED
    }

    DevPayrConfig config() {
        DevPayrConfig.Builder config =
                DevPayrConfig.builder().environment(settings).fromEnvironment();
        if (settings.flag("allow-plain-http", false)) {
            config.allowPlainHttp();
        }
        if (settings.flag("infer-domain", false)) {
            config.inferDomain();
        }
        settings.ifSet("connect-timeout", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, config::connectTimeout);
        settings.ifSet("read-timeout", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, config::readTimeout);
        settings.ifSet("call-timeout", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, config::callTimeout);
        settings.ifSet("max-response-size", DurationAndSizeParser::bytes, DurationAndSizeParser.SIZE, config::maxResponseBytes);
        settings.ifSet("max-payload-response-size", DurationAndSizeParser::bytes, DurationAndSizeParser.SIZE, config::maxPayloadResponseBytes);
        return config.build();
    }

    /** A backend alone has no license to ask for. */
    boolean isGuarded(DevPayrConfig config) {
        try {
            config.credential(Operation.PAYMENT_CHECK);
            return settings.flag("guard.enabled", true);
        } catch (MissingCredentialException backend) {
            return false;
        }
    }

    LicenseGuard guard(Vertx vertx, VertxDevPayr devpayr, DevPayrConfig config) {
        LicenseGuard.Builder guard = LicenseGuard.builder(devpayr.async())
                .application(settings.read("guard.application", name -> name, "a name", "application"))
                .scope(settings.choice("guard.scope", PaymentScope.PROJECT))
                .onOutage(policy())
                .listener(GuardListener.logging(LOG));
        settings.ifSet("guard.interval", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, guard::checkInterval);
        settings.ifSet("guard.deadline", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, guard::checkTimeout);
        keepLease(vertx, guard);
        return guard.build();
    }

    private OutagePolicy policy() {
        return switch (settings.choice("guard.policy", Policy.GRACE)) {
            case GRACE ->
                OutagePolicy.grace(settings.read("guard.grace", DurationAndSizeParser::duration, DurationAndSizeParser.DURATION, DEFAULT_GRACE));
            case FAIL_CLOSED -> OutagePolicy.failClosed();
            case ADVISORY -> OutagePolicy.advisory();
        };
    }

    private void keepLease(Vertx vertx, LicenseGuard.Builder guard) {
        switch (settings.choice("guard.lease.store", Store.FILE)) {
            case FILE ->
                settings.ifSet("guard.lease.path", Path::of, "a path", path -> guard.leaseStore(LeaseStore.file(path)));
            case MEMORY -> guard.leaseStore(LeaseStore.memory());
            case SHARED -> guard.leaseStore(name -> VertxLeaseStore.of(vertx, name));
        }
    }

    LicenseEnforcer gate() {
        LicenseEnforcer.Builder gate = LicenseEnforcer.builder(settings.choice("enforcement.mode", EnforcementMode.LOG))
                .log(line -> LOG.log(Level.WARNING, line));
        settings.ifSet("enforcement.status", Integer::valueOf, "a number", gate::status);
        settings.ifSet("enforcement.redirect", address -> address, "an address", gate::redirect);
        settings.ifSet("enforcement.page", Path::of, "a path", path -> gate.page(read(path)));
        settings.texts("enforcement.include").forEach(gate::include);
        settings.texts("enforcement.exclude").forEach(gate::exclude);
        return gate.build();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    "devpayr.enforcement.page", "names " + page + ", which cannot be read; check the path", unreadable);
        }
    }
}
