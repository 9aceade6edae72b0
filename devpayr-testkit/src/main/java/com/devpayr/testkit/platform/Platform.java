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
    private PlatformServices services;
    private @Nullable CallerLocation caller;
    private @Nullable RateLimiter rateLimit;
    private @Nullable ReadCache readCache;
    private long revision;

    /** A platform that nobody uses yet. */
    public Platform(Clock clock) {
        this.clock = clock;
        this.services = new PlatformServices(new Store(), clock);
    }

    /** The answer to a request. */
    public synchronized PlatformResponse handle(PlatformRequest request) {
        RoutedRequest visit = Routes.find(request);
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
        RoutedRequest visit = Routes.find(request);
        if (visit == null || visit.operation().credential() != Credential.API_KEY) {
            return ErrorResponseException.notFound().response();
        }
        if (visit.operation().retrySafety() != RetrySafety.READ) {
            revision++;
        }
        try {
            ApiKeyAuthorizer access = ApiKeyAuthorizer.ofOwner(owner, services.store, clock);
            return new PlatformServices(services.store, clock, access)
                    .perform(visit, new CallerLocation(request.ip(), null));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    private PlatformResponse answer(PlatformRequest request, @Nullable RoutedRequest visit) {
        if (visit == null) {
            return request.path().isEmpty() && request.method().equals("GET")
                    ? WELCOME
                    : ErrorResponseException.notFound().response();
        }
        StubResponse prepared = canned.next(visit.operation());
        if (prepared == null) {
            return perform(visit);
        }
        for (int i = 0; i < prepared.executions(); i++) {
            perform(visit);
        }
        return new PlatformResponse(prepared.status(), prepared.headers(), prepared::openBody);
    }

    private PlatformResponse perform(RoutedRequest visit) {
        try {
            if (rateLimit != null) {
                rateLimit.admit(visit);
            }
            CallerLocation from =
                    caller != null ? caller : new CallerLocation(visit.request().ip(), null);
            return readCache == null
                    ? services.perform(visit, from)
                    : readCache.answer(visit, () -> services.perform(visit, from));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    /** Where all requests seem to come from; null for where they do. */
    public synchronized void simulateCallerLocation(@Nullable CallerLocation seen) {
        this.caller = seen;
    }

    /** How many requests a credential may make in a time; null for any number. */
    public synchronized void setRateLimit(@Nullable Integer requests, Duration window) {
        this.rateLimit = requests == null ? null : new RateLimiter(requests, window, clock);
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
    public synchronized FaultSettings faults() {
        return new FaultSettings(
                rateLimit == null ? null : rateLimit.requests(),
                rateLimit == null ? null : rateLimit.window(),
                readCache != null,
                canned.waiting());
    }

    /** All requests since the start or the last {@link #clearRequests()}, oldest first. */
    public synchronized List<RecordedRequest> requests() {
        return log.all();
    }

    /** The requests after so many, the latest 200 at most. */
    public synchronized RequestLogTail requestsAfter(long number) {
        return log.after(number);
    }

    /** How many of the latest requests the log keeps, from now on; all at first. */
    public synchronized void limitRecordedRequests(int most) {
        log.keep(most);
    }

    /** Empties the log. */
    public synchronized void clearRequests() {
        log.clear();
    }

    /**
     * Reads what is stored or adds to it, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public synchronized <T extends @Nullable Object> T read(Function<PlatformData, T> reading) {
        revision++;
        return look(reading);
    }

    /**
     * Reads what is stored and changes nothing, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public synchronized <T extends @Nullable Object> T look(Function<PlatformData, T> reading) {
        try {
            return reading.apply(new PlatformData(services));
        } catch (ErrorResponseException refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    /**
     * Changes what is stored, while no request is served.
     *
     * @throws IllegalArgumentException when the platform refuses
     */
    public void change(Consumer<PlatformData> change) {
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
        services = new PlatformServices(new StateFormat(clock).read(state), clock);
        revision++;
        canned.clear();
        log.clear();
        if (readCache != null) {
            readCache = new ReadCache(clock);
        }
    }
}
