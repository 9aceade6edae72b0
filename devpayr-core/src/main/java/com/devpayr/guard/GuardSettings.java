package com.devpayr.guard;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.spi.LeaseStore;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link LicenseGuard.Builder}, with their defaults and the checks of their values. */
final class GuardSettings {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_INTERVAL = Duration.ofDays(31);

    final DevPayrConfig config;

    /** Applied per request, so that building a guard does not create a service. */
    final Function<Executor, AsyncRuntimeService> runtime;

    @Nullable
    String application;

    SystemEnvironment environment = SystemEnvironment.system();
    Function<String, LeaseStore> leaseStores = name -> LeaseManager.defaultStore(environment, name);
    Executor executor = GuardThreads::run;

    @Nullable
    ScheduledExecutorService scheduler;

    RandomGenerator random = new Random();
    Duration checkInterval = Duration.ofHours(1);
    Duration checkTimeout = Duration.ofMinutes(2);
    PaymentScope scope = PaymentScope.PROJECT;
    OutagePolicy outagePolicy = OutagePolicy.grace(Duration.ofDays(3));
    Clock clock = Clock.systemUTC();
    Duration clockReadInterval = GuardClock.READ_INTERVAL;
    LongSupplier nanoTime = System::nanoTime;
    Function<? super Verdict, String> messageFormatter = this::defaultMessage;
    Logger logger = System.getLogger(LicenseGuard.class.getName());
    final List<GuardListener> listeners = new ArrayList<>();

    GuardSettings(DevPayrConfig config, Function<Executor, AsyncRuntimeService> runtime) {
        this.config = config;
        this.runtime = runtime;
    }

    GuardClock guardClock() {
        return new GuardClock(clock, nanoTime, clockReadInterval);
    }

    List<GuardListener> loggerAndListeners() {
        List<GuardListener> all = new ArrayList<>(listeners);
        all.add(0, new LoggingListener(logger, config));
        return all;
    }

    /** The domain is not part of the message for visitors of a web application, whose verdict has no cause. */
    private String defaultMessage(Verdict verdict) {
        return verdict instanceof Verdict.Denied denied
                        && denied.reason().equals(DenialReason.WRONG_DOMAIN)
                        && denied.cause() != null
                ? denied.message() + " The license was checked for the domain "
                        + config.domain().description() + "."
                : verdict.message();
    }

    static String requireApplicationName(@Nullable String name) {
        if (name == null) {
            throw new ConfigurationException("application", "is not set; set the name that the lease is bound to");
        }
        if (!APPLICATION.matcher(name).matches()) {
            throw new ConfigurationException(
                    "application",
                    "must be 1 to 64 letters, digits, dots, hyphens and underscores, and start with a letter or digit");
        }
        return name;
    }

    static Duration requireCheckInterval(Duration interval) {
        if (interval.compareTo(MIN_INTERVAL) < 0 || interval.compareTo(MAX_INTERVAL) > 0) {
            throw new ConfigurationException(
                    "checkInterval", "is " + interval + "; it must be from 1 second to 31 days");
        }
        return interval;
    }

    /** Rejects options that the lease would not be bound to: it is bound to the license key and domain of the configuration. */
    static void requireConfiguredIdentity(CallOptions options) {
        if (options.licenseKey() != null || options.domain() != null) {
            throw new ConfigurationException(
                    "licenseKey",
                    "or domain are options of this client's calls, but the guard uses those of its configuration; pass a client"
                            + " with the license key and domain in its DevPayrConfig");
        }
    }
}
