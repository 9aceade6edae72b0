package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.testkit.internal.webhook.HttpWebhookSender;
import com.devpayr.testkit.internal.webhook.WebhookQueue;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The platform: processes requests by DevPayr's rules, one at a time. */
public final class Platform {
    private final Clock clock;
    private final HttpWebhookSender httpSender = new HttpWebhookSender();
    private final WebhookQueue webhooks;
    private final ChangePublisher changes;
    private final RequestLog log = new RequestLog();
    private final StubResponses stubs = new StubResponses();
    private PlatformServices services;
    private @Nullable CallerLocation caller;
    private @Nullable RateLimiter rateLimit;
    private @Nullable ReadCache readCache;
    private long revision;

    /** Creates an empty platform. */
    public Platform(Clock clock) {
        this.clock = clock;
        this.webhooks = new WebhookQueue(clock, httpSender);
        this.changes = new ChangePublisher(clock, webhooks);
        this.services = new PlatformServices(new Store(), clock, changes);
    }

    /** Processes a request, then sends its webhooks. */
    public PlatformResponse handle(PlatformRequest request) {
        PlatformResponse response = process(request);
        webhooks.flush();
        return response;
    }

    private synchronized PlatformResponse process(PlatformRequest request) {
        RoutedRequest routed = Routes.find(request);
        revision++;
        StubResponse stub = routed == null ? null : stubs.next(routed.operation());
        PlatformResponse response = respond(routed, stub);
        log.add(clock.instant(), routed == null ? null : routed.operation(), request, response.status(), stub != null);
        return response;
    }

    /**
     * Processes a request of an account's owner, as in DevPayr's dashboard: with the routes and rules of the API, but
     * without API key, request log, stub responses and rate limit.
     */
    public PlatformResponse handleForOwner(AccountRow owner, PlatformRequest request) {
        PlatformResponse response = processForOwner(owner, request);
        webhooks.flush();
        return response;
    }

    private synchronized PlatformResponse processForOwner(AccountRow owner, PlatformRequest request) {
        RoutedRequest routed = Routes.find(request);
        if (routed == null || routed.operation().credential() != Credential.API_KEY) {
            return ErrorResponseException.notFound().response();
        }
        if (routed.operation().retrySafety() != RetrySafety.READ) {
            revision++;
        }
        try {
            ApiKeyAuthorizer access = ApiKeyAuthorizer.ofOwner(owner, services.store, clock);
            return new PlatformServices(services.store, clock, changes, access)
                    .perform(routed, new CallerLocation(request.ip(), null));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    private PlatformResponse respond(@Nullable RoutedRequest routed, @Nullable StubResponse stub) {
        if (routed == null) {
            return ErrorResponseException.notFound().response();
        }
        if (stub == null) {
            return perform(routed);
        }
        for (int i = 0; i < stub.executions(); i++) {
            perform(routed);
        }
        return new PlatformResponse(stub.status(), stub.headers(), stub::openBody);
    }

    private PlatformResponse perform(RoutedRequest routed) {
        try {
            if (rateLimit != null) {
                rateLimit.acquire(routed);
            }
            CallerLocation from =
                    caller != null ? caller : new CallerLocation(routed.raw().ip(), null);
            return readCache == null
                    ? services.perform(routed, from)
                    : readCache.respond(routed, () -> services.perform(routed, from));
        } catch (ErrorResponseException refusal) {
            return refusal.response();
        }
    }

    /** Overrides the location of all callers; null to remove the override. */
    public synchronized void simulateCallerLocation(@Nullable CallerLocation location) {
        this.caller = location;
    }

    /** Limits the number of requests per credential and window; null to remove the limit. */
    public synchronized void setRateLimit(@Nullable Integer requests, Duration window) {
        this.rateLimit = requests == null ? null : new RateLimiter(requests, window, clock);
    }

    /** Enables or disables the caches of the real platform. */
    public synchronized void cacheReads(boolean cached) {
        this.readCache = cached ? new ReadCache(clock) : null;
    }

    /** Adds a stub response for the next requests of an operation. */
    public synchronized void stubNext(Operation operation, StubResponse response) {
        stubs.add(operation, response);
    }

    /** Removes all stub responses. */
    public synchronized void clearStubs() {
        stubs.clear();
    }

    /** Returns the enabled faults. */
    public synchronized FaultSettings faults() {
        return new FaultSettings(
                rateLimit == null ? null : rateLimit.requests(),
                rateLimit == null ? null : rateLimit.window(),
                readCache != null,
                stubs.pending());
    }

    /** Returns all requests since the start or the last {@link #clearRequests()}, oldest first. */
    public synchronized List<RecordedRequest> requests() {
        return log.all();
    }

    /** Returns the requests after a number, at most the latest 200. */
    public synchronized RequestLogTail requestsAfter(long number) {
        return log.after(number);
    }

    /** Limits the request log to a number of latest requests. */
    public synchronized void limitRecordedRequests(int maximum) {
        log.limit(maximum);
    }

    /** Clears the request log. */
    public synchronized void clearRequests() {
        log.clear();
    }

    /**
     * Reads or changes the data while no request is processed, then sends the webhooks of the changes.
     *
     * @throws IllegalArgumentException if the platform rejects it
     */
    public <T extends @Nullable Object> T update(Function<PlatformData, T> update) {
        T result = updateData(update);
        webhooks.flush();
        return result;
    }

    private synchronized <T extends @Nullable Object> T updateData(Function<PlatformData, T> update) {
        revision++;
        return view(update);
    }

    /**
     * Reads the data while no request is processed.
     *
     * @throws IllegalArgumentException if the platform rejects it
     */
    public synchronized <T extends @Nullable Object> T view(Function<PlatformData, T> reading) {
        try {
            return reading.apply(new PlatformData(services));
        } catch (ErrorResponseException refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    /**
     * Changes the data while no request is processed.
     *
     * @throws IllegalArgumentException if the platform rejects it
     */
    public void change(Consumer<PlatformData> change) {
        update(data -> {
            change.accept(data);
            return true;
        });
    }

    /** Returns the webhooks. */
    public WebhookQueue webhooks() {
        return webhooks;
    }

    /** Sends webhooks to a host other than this machine, too. */
    public void allowWebhooksTo(String host) {
        httpSender.allow(host);
    }

    /** Publishes the licenses that have expired, and repeats the attempts that are due. */
    public void sendDueWebhooks() {
        view(data -> {
            data.publishExpiries();
            return true;
        });
        webhooks.sendDue();
    }

    /** Returns a number that grows whenever the data may have changed. */
    public synchronized long revision() {
        return revision;
    }

    /** Returns all data as JSON. */
    public synchronized byte[] save() {
        return new StateFormat(clock).write(services.store);
    }

    /**
     * Replaces all data by that of a JSON document. Also clears stub responses, webhooks and the request log.
     *
     * @throws IllegalArgumentException if the document is invalid; nothing is changed then
     */
    public synchronized void load(byte[] state) {
        services = new PlatformServices(new StateFormat(clock).read(state), clock, changes);
        revision++;
        stubs.clear();
        webhooks.clear();
        log.clear();
        if (readCache != null) {
            readCache = new ReadCache(clock);
        }
    }
}
