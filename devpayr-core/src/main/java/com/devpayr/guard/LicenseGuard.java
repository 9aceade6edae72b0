package com.devpayr.guard;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.Bridge;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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

    LicenseGuard(LicenseGuardBuilder builder, Executor executor, Pace pace) {
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
    public static LicenseGuardBuilder over(DevPayr devpayr, DevPayrConfig config) {
        return new LicenseGuardBuilder(config, executor -> async(devpayr.runtime(), executor));
    }

    /** A guard over an asynchronous client of any transport: no thread waits while it asks. */
    public static LicenseGuardBuilder over(AsyncDevPayr devpayr, DevPayrConfig config) {
        return new LicenseGuardBuilder(config, executor -> devpayr.runtime());
    }

    /**
     * A guard over the blocking port alone.
     *
     * @param config whose license key and domain the lease is bound to: the port's own
     */
    public static LicenseGuardBuilder over(RuntimeService runtime, DevPayrConfig config) {
        return new LicenseGuardBuilder(config, executor -> async(runtime, executor));
    }

    private static AsyncRuntimeService async(RuntimeService runtime, Executor executor) {
        return Bridge.toAsync(AsyncRuntimeService.class, RuntimeService.class, runtime, executor);
    }

    /**
     * A guard over the asynchronous port alone.
     *
     * @param config whose license key and domain the lease is bound to: the port's own
     */
    public static LicenseGuardBuilder over(AsyncRuntimeService runtime, DevPayrConfig config) {
        return new LicenseGuardBuilder(config, executor -> runtime);
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
    public boolean permits(Verdict verdict) {
        return policy.permits(verdict);
    }

    /** The verdict's message, or the vendor's own text for it. */
    public String explain(Verdict verdict) {
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
        if (permits(verdict)) {
            return;
        }
        if (verdict instanceof Verdict.Denied denied) {
            throw new LicenseDeniedException(denied.reason(), explain(denied), denied.cause());
        }
        throw new LicenseUnknownException(
                explain(verdict), verdict instanceof Verdict.Unknown unknown ? unknown.failure() : null);
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
}
