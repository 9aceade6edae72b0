package com.devpayr.guard;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.StateDirectory;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.spi.LeaseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers "is this copy licensed?", gets through outages, and never lets one look like a refusal. Safe for use by many
 * threads; close it when the application ends.
 *
 * <pre>{@code
 * LicenseGuard guard = LicenseGuard.over(devpayr, config).application("acme-photos").build();
 * guard.start();             // asks again every hour from now on
 * guard.requireLicensed();   // throws unless this copy may run
 * }</pre>
 *
 * <p>Three ways to ask, by what they cost:
 *
 * <table>
 *   <caption>Ways to ask</caption>
 *   <tr><td>{@link #current()}</td><td>what is known: no I/O, no lock, no allocation; for any thread</td></tr>
 *   <tr><td>{@link #check()}</td><td>what is known, and DevPayr's answer when nothing is or it is time: may block</td></tr>
 *   <tr><td>{@link #refresh()}</td><td>DevPayr's answer, as a future: never blocks; for an event loop</td></tr>
 * </table>
 *
 * <p>However many threads ask, one request is on its way at a time. Each request counts against the license's daily
 * limit at DevPayr, so that the interval is an hour unless it is set. When DevPayr cannot be asked, the tries back off
 * from a minute to the interval, and wait at least as long as a {@code Retry-After} says.
 *
 * <p>States, events and effects are in {@code docs/license-guard.md}.
 */
public final class LicenseGuard implements AutoCloseable {
    /** A machine that sleeps stops the scheduler's count but not the calendar. */
    private static final long LONGEST_CALM = Duration.ofMinutes(5).toMillis();

    private final Function<Executor, AsyncRuntimeService> port;
    private final DevPayrConfig config;
    private final PaymentQuery query;
    private final Duration deadline;
    private final Executor executor;
    private final OutagePolicy policy;
    private final Function<? super Verdict, String> text;
    private final Pace pace;
    private final Memory memory;
    private final Announcer announcer;
    private final Alarm alarm;
    private final AtomicReference<@Nullable CompletableFuture<Verdict>> asking = new AtomicReference<>();
    private volatile boolean closed;

    LicenseGuard(Builder builder, Executor executor, Pace pace) {
        Snapshot nothing = Snapshot.unknown(Verdict.Unknown.Cause.NOT_ASKED);
        this.port = builder.port;
        this.executor = executor;
        this.pace = pace;
        this.config = builder.config;
        this.query = builder.scope.query();
        this.deadline = builder.deadline;
        this.policy = builder.policy;
        this.text = builder.text;
        this.announcer = new Announcer(builder.listeners, nothing.at(0));
        this.memory = new Memory(
                new GuardClock(builder.clock, builder.nanos, builder.lookEvery),
                pace,
                policy,
                builder.leaseKeeper(announcer::leaseStoreFailed),
                announcer,
                nothing);
        this.alarm = new Alarm(builder.scheduler, this::wake);
    }

    /** A guard over a blocking client of any transport; asks on a thread of its own, or on the builder's executor. */
    public static Builder over(DevPayr devpayr, DevPayrConfig config) {
        return new Builder(config, executor -> devpayr.async(executor).runtime());
    }

    /** A guard over an asynchronous client of any transport: no thread waits while it asks. */
    public static Builder over(AsyncDevPayr devpayr, DevPayrConfig config) {
        return new Builder(config, executor -> devpayr.runtime());
    }

    /**
     * What is known now: no I/O, no lock, no allocation, for any thread and any number of calls.
     *
     * <p>Before the first {@link #start()}, {@link #check()} or {@link #refresh()} nothing is known. After {@link
     * #close()} it goes on answering by what was known then.
     */
    public Verdict current() {
        return memory.current();
    }

    /**
     * When it asks DevPayr next by itself, as far as is known now; null unless it has been started and is not closed. No I/O.
     * Another process that shares the lease may have asked by then, and asks for this one too.
     */
    public @Nullable Instant nextCheck() {
        return alarm.isOn() ? memory.nextCheck() : null;
    }

    /** Whether the policy lets a copy with this verdict run. No I/O, no lock, no allocation. */
    public boolean isPermitted(Verdict verdict) {
        return policy.isPermitted(verdict);
    }

    /** The verdict's message, or the vendor's own text for it. */
    public String messageFor(Verdict verdict) {
        return text.apply(verdict);
    }

    /**
     * What is known, after asking DevPayr if that is due: when nothing is known yet, and, as long as the guard has not been
     * started, when the last answer's interval or the wait after a failure is over. May block until DevPayr has answered, at
     * most for the builder's deadline. Not for an event loop.
     *
     * <p>Throws nothing: not being reached is an answer too. An interrupt ends the waiting, with what is known.
     */
    public Verdict check() {
        memory.recall();
        announcer.tell();
        return needsAnswer() ? await(ask(this::needsAnswer)) : current();
    }

    /** Started, the guard asks by itself, and a thread waits for that only when the copy could not run without. */
    private boolean needsAnswer() {
        return memory.isDue() && !(alarm.isOn() && current() instanceof Verdict.Allowed);
    }

    /**
     * Goes on if this copy may run; asks as {@link #check()} does, and so may block.
     *
     * @throws LicenseDeniedException when DevPayr refused it, or it is configured wrongly
     * @throws LicenseUnknownException when nobody can tell, and the policy permits no such copy
     */
    public void requireLicensed() {
        require(check());
    }

    /**
     * Goes on if a copy with this verdict may run; asks nobody and never blocks.
     *
     * <pre>{@code
     * guard.refresh().thenAccept(guard::require).thenCompose(licensed -> render());
     * }</pre>
     *
     * @throws LicenseDeniedException when DevPayr refused it, or it is configured wrongly
     * @throws LicenseUnknownException when nobody can tell, and the policy permits no such copy
     */
    public void require(Verdict verdict) {
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
     * Asks DevPayr now, or joins the request that is on its way. Never blocks and never fails: the future's value is the
     * verdict after the answer, or after it became clear that there is none. Cancelling it stops nobody else's.
     *
     * <p>Completes on a thread of the guard's or of the builder's executor. For "I have paid" buttons, and for an event
     * loop; not for each request of a server, since each counts at DevPayr. After {@link #close()} it asks nobody.
     */
    public CompletableFuture<Verdict> refresh() {
        return ask(() -> true).copy();
    }

    /**
     * Reads the lease, and then asks by itself from now on: first after a random time of up to half a minute, unless the
     * lease is recent, then once an interval. The thread for that is a daemon's. Reads the lease store on the calling
     * thread and does no other I/O. A second start does nothing.
     */
    public void start() {
        if (closed || alarm.isOn()) {
            return;
        }
        memory.recall();
        announcer.tell();
        alarm.start();
        alarm.ringIn(memory.isDue() ? pace.afterStart() : calm());
        if (closed) {
            alarm.stop(); // another thread closed it meanwhile
        }
    }

    private void wake() {
        alarm.ringIn(LONGEST_CALM);
        memory.noteTime();
        announcer.tell();
        if (memory.isDue()) {
            ask(memory::isDue);
        } else {
            alarm.ringIn(calm());
        }
    }

    private long calm() {
        return Math.min(LONGEST_CALM, memory.calm());
    }

    private CompletableFuture<Verdict> ask(BooleanSupplier wanted) {
        CompletableFuture<Verdict> mine = new CompletableFuture<>();
        CompletableFuture<Verdict> running = asking.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        if (closed || !wanted.getAsBoolean()) {
            settle(mine);
            return mine;
        }
        CompletableFuture.supplyAsync(() -> stillWanted(wanted), executor)
                .thenCompose(still -> still ? learned() : CompletableFuture.completedFuture(null))
                .whenCompleteAsync((nothing, impossible) -> goOn(mine), executor);
        return mine;
    }

    /** Another process that shares the lease may have asked meanwhile. */
    private boolean stillWanted(BooleanSupplier wanted) {
        memory.consult();
        return wanted.getAsBoolean();
    }

    private CompletableFuture<@Nullable Void> learned() {
        return CompletableFuture.completedFuture(query)
                .thenCompose(this::question)
                .handle(Outcome::of)
                .thenAcceptAsync(memory::learn, executor);
    }

    private CompletableFuture<PaymentStatus> question(PaymentQuery query) {
        config.credential(Operation.PAYMENT_CHECK); // absent, it is told as such, before any I/O
        CompletableFuture<PaymentStatus> answer = port.apply(executor).checkPayment(query);
        return answer.copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((status, failure) -> {
                    if (failure instanceof TimeoutException) {
                        answer.cancel(true);
                    }
                });
    }

    private void goOn(CompletableFuture<Verdict> mine) {
        alarm.ringIn(calm());
        settle(mine);
    }

    /** Free for the next question first, since a listener may ask it. */
    private void settle(CompletableFuture<Verdict> mine) {
        Verdict verdict = current();
        asking.set(null);
        announcer.tell();
        mine.complete(verdict);
    }

    private Verdict await(CompletableFuture<Verdict> answer) {
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return current();
        } catch (TimeoutException | ExecutionException none) {
            return current();
        }
    }

    /**
     * Stops asking and ends its thread; notes in the lease how far the clock has come. A supplied scheduler or executor,
     * and the client, are left to their owner. A second close does nothing.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        alarm.stop();
        memory.rememberTime();
    }

    /** Gathers a {@link LicenseGuard}. Not safe for use by several threads. */
    public static final class Builder {
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

        Builder(DevPayrConfig config, Function<Executor, AsyncRuntimeService> port) {
            this.config = config;
            this.port = port;
        }

        /**
         * The application's name, which the lease is bound to: a lease of another application of the same license counts as
         * none. Required. Up to 64 letters, digits, dots, hyphens and underscores.
         *
         * @throws ConfigurationException when it holds anything else
         */
        public Builder application(String name) {
            if (!APPLICATION.matcher(name).matches()) {
                throw new ConfigurationException(
                        "application",
                        "must be 1 to 64 letters, digits, dots, hyphens and underscores, and begin with a letter or digit");
            }
            this.application = name;
            return this;
        }

        /** Whose payment is asked for; the project's unless set. */
        public Builder scope(PaymentScope scope) {
            this.scope = scope;
            return this;
        }

        /** What becomes of the copy while DevPayr cannot be asked; 3 days of grace unless set. */
        public Builder onOutage(OutagePolicy policy) {
            this.policy = policy;
            return this;
        }

        /**
         * How long an answer is good for, and so how often DevPayr is asked; an hour unless set. Each time counts against the
         * license's daily limit, and for each copy: an hour makes 25 to 29 a day.
         *
         * @throws ConfigurationException when it is shorter than a second or longer than 31 days
         */
        public Builder checkInterval(Duration interval) {
            if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
                throw new ConfigurationException(
                        "interval", "is " + interval + "; it must be from 1 second to 31 days");
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
        public Builder checkTimeout(Duration deadline) {
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
        public Builder leaseStore(LeaseStore store) {
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
        public Builder leaseStore(Function<String, LeaseStore> stores) {
            this.leaseStores = stores;
            return this;
        }

        private LeaseStore ownFile(String name) {
            return LeaseStore.file(StateDirectory.of(environment).resolve(name + ".lease"));
        }

        /** Adds a listener, who hears of every change of the verdict. */
        public Builder listener(GuardListener listener) {
            this.listeners.add(listener);
            return this;
        }

        /** The vendor's own text for a verdict, for exceptions and {@link LicenseGuard#messageFor}; its message unless set. */
        public Builder messageFormatter(Function<? super Verdict, String> text) {
            this.text = text;
            return this;
        }

        /** Who wakes the guard up; a daemon thread of its own unless set. Left to its owner when the guard is closed. */
        public Builder scheduler(ScheduledExecutorService scheduler) {
            this.scheduler = scheduler;
            return this;
        }

        /**
         * Who runs what may block: the lease store, listeners, and a blocking client's requests; a short-lived daemon thread
         * each unless set. An executor of virtual threads will do. Left to its owner when the guard is closed.
         */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        /** The source of jitter; a random one unless set. Must be safe for use by many threads. */
        public Builder random(RandomGenerator random) {
            this.random = random;
            return this;
        }

        /** The clock that answers, leases and grace are timed by; the system's unless set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            this.lookEvery = Duration.ZERO;
            return this;
        }

        /** The count of nanoseconds that goes on when the clock is set back. */
        Builder nanos(LongSupplier nanos) {
            this.nanos = nanos;
            return this;
        }

        /** Another environment than this process's own, for the place of the lease. */
        Builder environment(SystemEnvironment environment) {
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
}
