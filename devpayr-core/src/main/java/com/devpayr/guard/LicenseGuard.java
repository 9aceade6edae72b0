package com.devpayr.guard;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.internal.config.SettingChecks;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.spi.LeaseStore;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Checks the license of the running application with DevPayr, caches the verdict and tolerates outages. Thread-safe; close
 * it when the application ends.
 *
 * <pre>{@code
 * LicenseGuard guard = LicenseGuard.builder(devpayr).application("acme-photos").build();
 * guard.start();             // checks the license every hour from now on
 * guard.requireLicensed();   // throws unless the application may run
 * }</pre>
 *
 * <table>
 *   <caption>Methods that return a verdict</caption>
 *   <tr><td>{@link #current()}</td><td>the cached verdict; no I/O, no lock, no allocation; for any thread</td></tr>
 *   <tr><td>{@link #check()}</td><td>the cached verdict, after a check if one is due; may block</td></tr>
 *   <tr><td>{@link #refresh()}</td><td>the verdict after a check, as a future; never blocks; for event loops</td></tr>
 * </table>
 *
 * <p>At most one request is in progress at a time, however many threads call the guard. Each request counts towards the
 * license's daily limit at DevPayr, so the check interval is one hour by default. After a failed check the guard retries
 * with exponential backoff, from one minute up to the check interval, and honors {@code Retry-After}.
 *
 * <p>States, events and transitions are listed in {@code docs/license-guard.md}.
 */
public final class LicenseGuard implements AutoCloseable {
    private final OutagePolicy outagePolicy;
    private final Function<? super Verdict, String> messageFormatter;
    private final ListenerNotifier notifier;
    private final GuardState state;
    private final BackgroundRefresher refresher;
    private final LicenseChecker checker;
    private final RequestedChecks requestedChecks;

    private LicenseGuard(GuardSettings settings) {
        VerdictTimeline initial = VerdictTimeline.unknown(Verdict.Unknown.Cause.NOT_CHECKED);
        RefreshSchedule schedule = new RefreshSchedule(settings.checkInterval, settings.random);
        this.outagePolicy = settings.outagePolicy;
        this.messageFormatter = settings.messageFormatter;
        this.notifier = new ListenerNotifier(settings.loggerAndListeners(), initial.at(0));
        this.state = new GuardState(
                settings.guardClock(),
                schedule,
                outagePolicy,
                LeaseManager.create(settings, notifier::leaseStoreFailed),
                notifier,
                initial);
        this.refresher = new BackgroundRefresher(state, notifier, schedule, this::startCheck, settings.scheduler);
        this.checker = new LicenseChecker(state, notifier, settings, refresher::scheduleNext);
        this.requestedChecks = new RequestedChecks(state, checker, outagePolicy, refresher::isRunning);
    }

    private void startCheck(BooleanSupplier required) {
        checker.check(required);
    }

    /**
     * Returns a builder for a guard that uses a blocking client and its configuration. Requests run on the builder's
     * executor.
     *
     * @throws ConfigurationException if the client's options contain a license key or domain, which the lease is bound to
     */
    public static Builder builder(DevPayr devpayr) {
        GuardSettings.requireConfiguredIdentity(devpayr.options());
        return new Builder(devpayr.config(), executor -> devpayr.async(executor).runtime());
    }

    /**
     * Returns a builder for a guard that uses an asynchronous client and its configuration. No thread waits for a request.
     *
     * @throws ConfigurationException if the client's options contain a license key or domain, which the lease is bound to
     */
    public static Builder builder(AsyncDevPayr devpayr) {
        GuardSettings.requireConfiguredIdentity(devpayr.options());
        return new Builder(devpayr.config(), executor -> devpayr.runtime());
    }

    /**
     * Returns the cached verdict. No I/O, no lock, no allocation; safe to call from any thread, as often as needed.
     *
     * <p>Returns {@link Verdict.Unknown} until the first {@link #start()}, {@link #check()} or {@link #refresh()}. After
     * {@link #close()} the verdict is still based on what was known then.
     */
    public Verdict current() {
        return state.current();
    }

    /**
     * Returns when the next background check is due; null unless the guard is started. No I/O. The check is skipped if
     * another process that shares the lease store has checked the license by then.
     */
    public @Nullable Instant nextCheck() {
        return refresher.isRunning() ? state.nextCheck() : null;
    }

    /** Returns the policy for outages. */
    public OutagePolicy outagePolicy() {
        return outagePolicy;
    }

    /** Returns whether the outage policy permits the application to run. No I/O, no lock, no allocation. */
    public boolean isPermitted(Verdict verdict) {
        return outagePolicy.isPermitted(verdict);
    }

    /** Returns the message for a verdict, formatted by the builder's message formatter. */
    public String messageFor(Verdict verdict) {
        return messageFormatter.apply(verdict);
    }

    /**
     * Returns the verdict, after checking the license if a check is due. A check is due when nothing is known yet and, unless
     * the guard is started, when the check interval or the delay after a failure has passed. May block for up to the check
     * timeout; do not call it on an event loop.
     *
     * <p>Never throws: a failed check also results in a verdict. An interrupt ends the wait and returns the cached verdict.
     */
    public Verdict check() {
        state.load();
        notifier.deliver();
        return requestedChecks.verdict();
    }

    /**
     * Returns normally if the application may run; throws otherwise. Checks the license like {@link #check()}, so it may
     * block.
     *
     * @throws LicenseDeniedException if DevPayr denied the license or the configuration is invalid
     * @throws LicenseUnknownException if the verdict is unknown and the outage policy does not permit that
     */
    public void requireLicensed() {
        requirePermitted(check());
    }

    /**
     * Returns normally if the outage policy permits the application to run with a verdict; throws otherwise. Never blocks.
     *
     * <pre>{@code
     * guard.refresh().thenAccept(guard::requirePermitted).thenCompose(licensed -> render());
     * }</pre>
     *
     * @throws LicenseDeniedException if DevPayr denied the license or the configuration is invalid
     * @throws LicenseUnknownException if the verdict is unknown and the outage policy does not permit that
     */
    public void requirePermitted(Verdict verdict) {
        if (isPermitted(verdict)) {
            return;
        }
        if (verdict instanceof Verdict.Denied denied) {
            throw new LicenseDeniedException(denied.reason(), messageFor(denied), denied.cause());
        }
        throw new LicenseUnknownException(
                messageFor(verdict), verdict instanceof Verdict.Unknown unknown ? unknown.failure() : null);
    }

    /**
     * Checks the license now. If a request is in progress, another one follows, which all callers share that called this method
     * meanwhile: the verdict is never older than the call. Never blocks. The future completes with the verdict and never fails;
     * cancelling it does not cancel the check.
     *
     * <p>Completes on one of the guard's threads or on the builder's executor. Suitable for event loops and for a "check
     * again" button, but not for every request of a server, since each check counts towards the license's daily limit. After
     * {@link #close()} the future completes without a check.
     */
    public CompletableFuture<Verdict> refresh() {
        return checker.checkAgain().copy();
    }

    /**
     * Returns whether no license check has completed in this process and the lease does not permit the application to run: there
     * is none, it has lapsed, or it is a denial. No I/O, no lock, no allocation.
     */
    public boolean isFirstCheckPending() {
        return state.isFirstCheckPending();
    }

    /**
     * Returns the cached verdict or, while {@link #isFirstCheckPending()}, that of the first license check, which is started
     * unless it is in progress. For the requests of a server. Never blocks; the future completes as that of {@link #refresh()}.
     *
     * <p>If the guard is not started, this method starts a check whenever one is due, like {@link #check()}. It returns the
     * cached verdict meanwhile if that permits the application to run, and the verdict of the check otherwise.
     */
    public CompletableFuture<Verdict> firstVerdict() {
        return requestedChecks.firstVerdict();
    }

    /**
     * Loads the lease and starts background checks, one per check interval. The first one starts immediately if the
     * application is not permitted to run yet; otherwise it is due when the lease requires it, or after a random delay of up
     * to 30 seconds. Reads the lease store on the calling thread; there is no other I/O. Calling it again has no effect.
     */
    public void start() {
        if (checker.isClosed() || refresher.isRunning()) {
            return;
        }
        state.load();
        notifier.deliver();
        refresher.start(!isPermitted(current()));
        if (checker.isClosed()) {
            refresher.stop(); // closed by another thread meanwhile
        }
    }

    /**
     * Stops background checks and records the current time in the lease. Does not close the client or a scheduler or executor
     * given to the builder. Calling it again has no effect.
     */
    @Override
    public void close() {
        if (checker.isClosed()) {
            return;
        }
        checker.close();
        refresher.stop();
        state.recordClock();
    }

    /** A builder for {@link LicenseGuard}. Not thread-safe. */
    public static final class Builder {
        private final GuardSettings settings;

        private Builder(DevPayrConfig config, Function<Executor, AsyncRuntimeService> runtime) {
            this.settings = new GuardSettings(config, runtime);
        }

        /**
         * Sets the name of the application. Required. The lease is bound to it: leases of other applications are rejected.
         *
         * @param name up to 64 letters, digits, dots, hyphens and underscores, starting with a letter or digit
         * @throws ConfigurationException if the name contains anything else
         */
        public Builder application(String name) {
            settings.application = GuardSettings.requireApplicationName(name);
            return this;
        }

        /** Sets the scope of the payment to check. Defaults to the project. */
        public Builder scope(PaymentScope scope) {
            settings.scope = scope;
            return this;
        }

        /** Sets the policy for outages. Defaults to a grace period of 3 days. */
        public Builder outagePolicy(OutagePolicy policy) {
            settings.outagePolicy = policy;
            return this;
        }

        /**
         * Sets the interval between license checks, from 1 second to 31 days. Defaults to 1 hour. Each check counts towards
         * the license's daily limit: one hour results in 25 to 29 checks per day and process.
         *
         * @throws ConfigurationException if the interval is out of range
         */
        public Builder checkInterval(Duration interval) {
            settings.checkInterval = GuardSettings.requireCheckInterval(interval);
            return this;
        }

        /**
         * Sets the timeout of a license check, including retries by the client, and of the wait in {@link
         * LicenseGuard#check()}. Defaults to 2 minutes. The client's own timeouts apply per request and usually end a check
         * earlier.
         *
         * @throws ConfigurationException if the timeout is not positive
         */
        public Builder checkTimeout(Duration timeout) {
            settings.checkTimeout = SettingChecks.positive("checkTimeout", timeout);
            return this;
        }

        /**
         * Sets the store for the lease. Defaults to a file in the user's state directory: {@code ~/.local/state/devpayr} on
         * Linux, {@code ~/Library/Application Support/devpayr} on macOS, {@code %LOCALAPPDATA%\devpayr} on Windows.
         */
        public Builder leaseStore(LeaseStore store) {
            return leaseStore(leaseName -> store);
        }

        /**
         * Sets a factory for the lease store, for storage that holds many leases such as a database table or a shared cache.
         *
         * <pre>{@code
         * builder.leaseStore(leaseName -> new TableLeaseStore(dataSource, leaseName));
         * }</pre>
         *
         * @param factory receives the name of the lease: the application's name and an identifier that differs per license,
         *     domain and scope without revealing them; called once, when the lease is first needed
         */
        public Builder leaseStore(Function<String, LeaseStore> factory) {
            settings.leaseStores = factory;
            return this;
        }

        /** Adds a listener for changes of the verdict. */
        public Builder listener(GuardListener listener) {
            settings.listeners.add(listener);
            return this;
        }

        /**
         * Sets the logger for changes of the verdict. Each change is logged once: at level WARNING when the application
         * enters the grace period, is denied or its license cannot be verified, with reason, domain and remedy; at level INFO
         * for the first confirmation and for recoveries. Defaults to the {@link System.Logger} with the name of {@link
         * LicenseGuard}.
         */
        public Builder logger(Logger logger) {
            settings.logger = logger;
            return this;
        }

        /**
         * Sets the function that formats a verdict's message, used for exceptions and {@link LicenseGuard#messageFor}.
         * Defaults to {@link Verdict#message()}, with the domain that was sent if DevPayr denied it.
         */
        public Builder messageFormatter(Function<? super Verdict, String> formatter) {
            settings.messageFormatter = formatter;
            return this;
        }

        /** Sets the scheduler for background checks. Defaults to a daemon thread. Not shut down when the guard is closed. */
        public Builder scheduler(ScheduledExecutorService scheduler) {
            settings.scheduler = scheduler;
            return this;
        }

        /**
         * Sets the executor for tasks that may block: the lease store, listeners, and requests of a blocking client. Defaults
         * to a new daemon thread per task. Not shut down when the guard is closed. If it throws, for example a {@link
         * RejectedExecutionException}, the calling thread runs the task. It must not drop a task: that would prevent all further
         * checks.
         */
        public Builder executor(Executor executor) {
            settings.executor = executor;
            return this;
        }

        /** Sets the source of jitter. Must be thread-safe. Defaults to {@link Random}. */
        public Builder random(RandomGenerator random) {
            settings.random = random;
            return this;
        }

        /** Sets the clock for checks, leases and grace periods. Defaults to the system clock. If it throws, elapsed time is used. */
        public Builder clock(Clock clock) {
            settings.clock = clock;
            settings.clockReadInterval = Duration.ZERO;
            return this;
        }

        /** Sets the monotonic clock. */
        Builder nanoTime(LongSupplier nanoTime) {
            settings.nanoTime = nanoTime;
            return this;
        }

        /** Sets the environment that locates the default lease store. */
        Builder environment(SystemEnvironment environment) {
            settings.environment = environment;
            return this;
        }

        /**
         * Builds the guard. Does no I/O.
         *
         * @throws ConfigurationException if no application name is set
         */
        public LicenseGuard build() {
            return new LicenseGuard(settings);
        }
    }
}
