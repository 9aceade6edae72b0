package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.StateDirectory;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.runtime.AsyncRuntimeService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link LicenseGuard}. Not safe for use by several threads. */
public final class LicenseGuardBuilder {
    private static final Pattern APPLICATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(31);

    final DevPayrConfig config;

    /** Asked with each question, so that a guard is made before any port is. */
    final Function<Executor, AsyncRuntimeService> port;

    private @Nullable String application;
    private Function<String, LeaseStore> leaseStores = this::ownFile;
    private Executor executor = Threads::run;
    private SystemEnvironment environment = SystemEnvironment.system();
    private RandomGenerator random = new Random();
    private Duration interval = Duration.ofHours(1);
    PaymentScope scope = PaymentScope.PROJECT;
    OutagePolicy policy = OutagePolicy.grace(Duration.ofDays(3));
    Duration deadline = Duration.ofMinutes(2);
    Clock clock = Clock.systemUTC();
    LongSupplier nanos = System::nanoTime;
    Duration lookEvery = GuardClock.LOOK_EVERY;

    @Nullable
    ScheduledExecutorService scheduler;

    Function<? super Verdict, String> text = Verdict::message;
    final List<GuardListener> listeners = new ArrayList<>();

    LicenseGuardBuilder(DevPayrConfig config, Function<Executor, AsyncRuntimeService> port) {
        this.config = config;
        this.port = port;
    }

    /**
     * The application's name, which the lease is bound to: a lease of another application of the same license counts as
     * none. Required. Up to 64 letters, digits, dots, hyphens and underscores.
     *
     * @throws ConfigurationException when it holds anything else
     */
    public LicenseGuardBuilder application(String name) {
        if (!APPLICATION.matcher(name).matches()) {
            throw new ConfigurationException(
                    "application",
                    "must be 1 to 64 letters, digits, dots, hyphens and underscores, and begin with a letter or digit");
        }
        this.application = name;
        return this;
    }

    /** Whose payment is asked for; the project's unless set. */
    public LicenseGuardBuilder scope(PaymentScope scope) {
        this.scope = scope;
        return this;
    }

    /** What becomes of the copy while DevPayr cannot be asked; 3 days of grace unless set. */
    public LicenseGuardBuilder onOutage(OutagePolicy policy) {
        this.policy = policy;
        return this;
    }

    /**
     * How long an answer is good for, and so how often DevPayr is asked; an hour unless set. Each time counts against the
     * license's daily limit, and for each copy: an hour makes 25 to 29 a day.
     *
     * @throws ConfigurationException when it is shorter than a second or longer than 31 days
     */
    public LicenseGuardBuilder interval(Duration interval) {
        if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new ConfigurationException("interval", "is " + interval + "; it must be from 1 second to 31 days");
        }
        this.interval = interval;
        return this;
    }

    /**
     * How long DevPayr may take to answer, retries of the client included, and how long {@link LicenseGuard#check()} waits;
     * 2 minutes unless set. The configuration's timeouts are per request and end most waits before.
     *
     * @throws ConfigurationException when it is not longer than zero
     */
    public LicenseGuardBuilder deadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new ConfigurationException("deadline", "is " + deadline + "; it must be longer than zero");
        }
        this.deadline = deadline;
        return this;
    }

    /**
     * Where the lease is kept; unless set, in a file of its own below the user's state directory: {@code
     * ~/.local/state/devpayr} on Linux, {@code ~/Library/Application Support/devpayr} on macOS, {@code
     * %LOCALAPPDATA%\devpayr} on Windows.
     */
    public LicenseGuardBuilder leaseStore(LeaseStore store) {
        return leaseStore(name -> store);
    }

    /**
     * Where the lease is kept, for a place that holds many: a table, a shared cache.
     *
     * <pre>{@code
     * builder.leaseStore(name -> new TableLeaseStore(dataSource, name));
     * }</pre>
     *
     * @param stores gives the store of a name, which is the application's and a mark that differs for each license, domain
     *     and scope and tells nobody which; asked once, when the lease is first needed
     */
    public LicenseGuardBuilder leaseStore(Function<String, LeaseStore> stores) {
        this.leaseStores = stores;
        return this;
    }

    private LeaseStore ownFile(String name) {
        return LeaseStore.file(StateDirectory.of(environment).resolve(name + ".lease"));
    }

    /** Adds a listener, who hears of every change of the verdict. */
    public LicenseGuardBuilder listener(GuardListener listener) {
        this.listeners.add(listener);
        return this;
    }

    /** The vendor's own text for a verdict, for exceptions and {@link LicenseGuard#explain}; its message unless set. */
    public LicenseGuardBuilder text(Function<? super Verdict, String> text) {
        this.text = text;
        return this;
    }

    /** Who wakes the guard up; a daemon thread of its own unless set. Left to its owner when the guard is closed. */
    public LicenseGuardBuilder scheduler(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
        return this;
    }

    /**
     * Who runs what may block: the lease store, listeners, and a blocking client's requests; a short-lived daemon thread
     * each unless set. An executor of virtual threads will do. Left to its owner when the guard is closed.
     */
    public LicenseGuardBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /** The source of jitter; a random one unless set. Must be safe for use by many threads. */
    public LicenseGuardBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /** The clock that answers, leases and grace are timed by; the system's unless set. */
    public LicenseGuardBuilder clock(Clock clock) {
        this.clock = clock;
        this.lookEvery = Duration.ZERO;
        return this;
    }

    /** The count of nanoseconds that goes on when the clock is set back. */
    LicenseGuardBuilder nanos(LongSupplier nanos) {
        this.nanos = nanos;
        return this;
    }

    /** Another environment than this process's own, for the place of the lease. */
    LicenseGuardBuilder environment(SystemEnvironment environment) {
        this.environment = environment;
        return this;
    }

    /**
     * The guard; it has asked nobody yet.
     *
     * @throws ConfigurationException when the application has no name
     */
    public LicenseGuard build() {
        return new LicenseGuard(this, Threads.neverRefusing(executor), new Pace(interval, random));
    }

    LeaseKeeper leaseKeeper(Consumer<RuntimeException> failures) {
        String name = application;
        if (name == null) {
            throw new ConfigurationException(
                    "application", "is not set; give the application a name, which its lease is bound to");
        }
        Function<String, LeaseStore> stores = leaseStores;
        return new LeaseKeeper(seal -> stores.apply(name + "-" + seal.name()), config, name, scope, failures);
    }
}
