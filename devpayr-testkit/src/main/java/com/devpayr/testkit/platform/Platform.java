package com.devpayr.testkit.platform;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** DevPayr: takes a request, applies its rules, answers. One request at a time, each in constant time. */
public final class Platform {
    private static final PlatformResponse WELCOME =
            PlatformResponse.json(200, Json.object("status", "ok", "message", "Welcome to DevPayr api endpoint"));

    private final Clock clock;
    private final RequestLog log = new RequestLog();
    private final StubResponses canned = new StubResponses();
    private Services services;
    private @Nullable Caller caller;
    private @Nullable RateLimit rateLimit;
    private @Nullable ReadCache readCache;
    private long revision;

    /** A platform that nobody uses yet. */
    public Platform(Clock clock) {
        this.clock = clock;
        this.services = new Services(new Store(), clock);
    }

    /** The answer to a request. */
    public synchronized PlatformResponse handle(PlatformRequest request) {
        Visit visit = Routes.find(request);
        revision++;
        PlatformResponse response = answer(request, visit);
        log.add(clock.instant(), visit == null ? null : visit.operation(), request, response.status());
        return response;
    }

    /**
     * The answer to a request of an account's owner, as in DevPayr's dashboard: the routes and rules of the API, but no
     * API key, and neither log nor prepared answers nor rate limit.
     */
    public synchronized PlatformResponse handleForOwner(AccountRow owner, PlatformRequest request) {
        Visit visit = Routes.find(request);
        if (visit == null || visit.operation().credential() != Credential.API_KEY) {
            return Refusal.notFound().response();
        }
        if (visit.operation().retrySafety() != RetrySafety.READ) {
            revision++;
        }
        try {
            Access access = Access.ofOwner(owner, services.store, clock);
            return new Services(services.store, clock, access).perform(visit, new Caller(request.ip(), null));
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    private PlatformResponse answer(PlatformRequest request, @Nullable Visit visit) {
        if (visit == null) {
            return request.path().isEmpty() && request.method().equals("GET")
                    ? WELCOME
                    : Refusal.notFound().response();
        }
        StubResponse prepared = canned.next(visit.operation());
        if (prepared == null) {
            return perform(visit);
        }
        for (int i = 0; i < prepared.acts(); i++) {
            perform(visit);
        }
        return new PlatformResponse(prepared.status(), prepared.headers(), prepared::openBody);
    }

    private PlatformResponse perform(Visit visit) {
        try {
            if (rateLimit != null) {
                rateLimit.admit(visit);
            }
            Caller from = caller != null ? caller : new Caller(visit.request().ip(), null);
            return readCache == null
                    ? services.perform(visit, from)
                    : readCache.answer(visit, () -> services.perform(visit, from));
        } catch (Refusal refusal) {
            return refusal.response();
        }
    }

    /** Where all requests seem to come from; null for where they do. */
    public synchronized void seeCallersFrom(@Nullable Caller seen) {
        this.caller = seen;
    }

    /** How many requests a credential may make in a time; null for any number. */
    public synchronized void limitRate(@Nullable Integer requests, Duration window) {
        this.rateLimit = requests == null ? null : new RateLimit(requests, window, clock);
    }

    /** Whether single reads come from a cache, as the real platform's do. */
    public synchronized void cacheReads(boolean cached) {
        this.readCache = cached ? new ReadCache(clock) : null;
    }

    /** What the next requests of an operation are answered. */
    public synchronized void stubNext(Operation operation, StubResponse answer) {
        canned.add(operation, answer);
    }

    /** Takes back all prepared answers. */
    public synchronized void dropAnswers() {
        canned.clear();
    }

    /** Which faults are switched on. */
    public synchronized Faults faults() {
        return new Faults(
                rateLimit == null ? null : rateLimit.requests(),
                rateLimit == null ? null : rateLimit.window(),
                readCache != null,
                canned.waiting());
    }

    /** All requests since the start or the last {@link #forgetRequests()}, oldest first. */
    public synchronized List<RecordedRequest> requests() {
        return log.all();
    }

    /** The requests after so many, the latest 200 at most. */
    public synchronized LogTail requestsAfter(long number) {
        return log.after(number);
    }

    /** How many of the latest requests the log keeps, from now on; all at first. */
    public synchronized void keepRequests(int most) {
        log.keep(most);
    }

    /** Empties the log. */
    public synchronized void forgetRequests() {
        log.clear();
    }

    /**
     * Reads what is stored or adds to it, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public synchronized <T extends @Nullable Object> T read(Function<Records, T> reading) {
        revision++;
        return look(reading);
    }

    /**
     * Reads what is stored and changes nothing, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public synchronized <T extends @Nullable Object> T look(Function<Records, T> reading) {
        try {
            return reading.apply(new Records(services));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    /**
     * Changes what is stored, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public void change(Consumer<Records> change) {
        read(records -> {
            change.accept(records);
            return true;
        });
    }

    /** A number that grows whenever what is stored may have changed. */
    public synchronized long revision() {
        return revision;
    }

    /** All that is stored, as JSON. */
    public synchronized byte[] save() {
        return new StateFormat(clock).write(services.store);
    }

    /**
     * Stores what a JSON document says, in place of all that is stored. Prepared answers and the log end.
     *
     * @throws IllegalArgumentException when it is not of the form; then nothing has changed
     */
    public synchronized void load(byte[] state) {
        services = new Services(new StateFormat(clock).read(state), clock);
        revision++;
        canned.clear();
        log.clear();
        if (readCache != null) {
            readCache = new ReadCache(clock);
        }
    }
}
