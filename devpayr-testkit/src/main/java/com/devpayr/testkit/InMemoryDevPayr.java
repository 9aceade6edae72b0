package com.devpayr.testkit;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.internal.platform.CallerLocation;
import com.devpayr.testkit.internal.platform.Platform;
import com.devpayr.testkit.internal.webhook.WebhookQueue;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.SignedWebhook;
import com.devpayr.testkit.model.StubResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory DevPayr platform with the rules of the real one, for tests. Changes to its data take effect immediately,
 * also for running clients. Safe for use by multiple threads.
 *
 * <pre>{@code
 * InMemoryDevPayr fake = InMemoryDevPayr.create();
 * FakeLicense license = fake.project("Acme").paid().license("Pro");
 * DevPayr devpayr = fake.connect(DevPayrConfig.builder().licenseKey(license.key().reveal()).build());
 * }</pre>
 *
 * <p>By default everything belongs to one account, whose plan has no limits. {@link DevPayrEmulator} serves the same
 * platform over HTTP.
 */
public final class InMemoryDevPayr {
    private static final String DEFAULT_ACCOUNT = "Default";
    private static final String EMPTY = "{}";

    private final MutableClock clock = new MutableClock(Instant.now());
    private final Platform platform = new Platform(clock);

    private InMemoryDevPayr() {}

    /** Creates an empty platform. Its clock is stopped at the current time. */
    public static InMemoryDevPayr create() {
        return new InMemoryDevPayr();
    }

    /** Returns the clock of the platform. It is stopped until it is moved or follows another clock. */
    public MutableClock clock() {
        return clock;
    }

    /** Returns a blocking client of this platform, without a network. The base URL, proxy and TLS settings have no effect. */
    public DevPayr connect(DevPayrConfig config) {
        return HttpDevPayr.create(config, new InMemoryTransport(platform));
    }

    /**
     * Returns an asynchronous client of this platform, without a network. Its futures are complete when it returns
     * them. The base URL, proxy and TLS settings have no effect.
     */
    public AsyncDevPayr connectAsync(DevPayrConfig config) {
        return HttpDevPayr.createAsync(config, new InMemoryTransport(platform));
    }

    /** Adds a project to the default account. */
    public FakeProject project(String name) {
        return account(DEFAULT_ACCOUNT).project(name);
    }

    /** Returns the account with a name. Creates it if it does not exist. */
    public FakeAccount account(String name) {
        return new FakeAccount(platform, name);
    }

    /** Creates an API key for all projects of the default account, with all scopes. */
    public ApiKey createGlobalKey() {
        return newApiKey("Global").create().value();
    }

    /** Returns a builder for an API key for all projects of the default account. */
    public ApiKeyBuilder newApiKey(String name) {
        return account(DEFAULT_ACCOUNT).newApiKey(name);
    }

    /**
     * Overrides the location of all callers with a license key.
     *
     * @param ip the IP address
     * @param country the two-letter country code; null if unknown
     */
    public void simulateCallerLocation(String ip, @Nullable String country) {
        platform.simulateCallerLocation(new CallerLocation(ip, country));
    }

    /** Removes the simulated location: callers have their own again. */
    public void removeSimulatedCallerLocation() {
        platform.simulateCallerLocation(null);
    }

    /** Limits the number of requests per credential and window. Further requests get 429 with {@code Retry-After}. */
    public void setRateLimit(int requests, Duration window) {
        platform.setRateLimit(requests, window);
    }

    /** Removes the rate limit. */
    public void removeRateLimit() {
        platform.setRateLimit(null, Duration.ZERO);
    }

    /**
     * Enables or disables the caches of the real platform: reads of a single project, domain or license are cached for
     * 15 minutes, and a project update that is identical to one within the last 60 minutes is ignored. Disabled by
     * default.
     */
    public void cacheReads(boolean cached) {
        platform.cacheReads(cached);
    }

    /**
     * Passes webhooks to a consumer, in place of sending them to their URLs, on the thread that makes the change. A project
     * or its account must have a webhook URL, since nothing is sent without one.
     *
     * <pre>{@code
     * fake.onWebhook(webhook -> receiver.handle(webhook.headers(), webhook.body()));
     * FakeProject acme = fake.project("Acme").webhook("https://acme.example/hook", secret);
     * acme.license("Pro").revoked(); // license.created, license.revoked
     * }</pre>
     */
    public void onWebhook(Consumer<SignedWebhook> consumer) {
        platform.webhooks().sendWith(WebhookQueue.to(consumer));
    }

    /**
     * Sends webhooks to a host other than this machine, too. By default the others get none, since the URLs in test data can
     * be those of production systems.
     *
     * @param host the host of the URLs, without port
     */
    public void allowWebhooksTo(String host) {
        platform.allowWebhooksTo(host);
    }

    /**
     * Sends the webhooks of licenses that have expired, and repeats those that a receiver did not accept and that are due by
     * the {@link #clock()}. An emulator does so every second.
     */
    public void sendDueWebhooks() {
        platform.sendDueWebhooks();
    }

    /** Returns a snapshot of all data. It does not contain the clock, the request log, webhooks
     * and stub responses. */
    public PlatformSnapshot snapshot() {
        return new PlatformSnapshot(platform.save());
    }

    /** Restores a snapshot. Objects obtained earlier, such as a {@link FakeProject}, stay usable. */
    public void restore(PlatformSnapshot snapshot) {
        platform.load(snapshot.state());
    }

    /**
     * Returns a number that grows whenever the data may have changed. Equal numbers mean equal
     * {@linkplain #snapshot() snapshots}.
     */
    public long revision() {
        return platform.revision();
    }

    /** Deletes all data. */
    public void reset() {
        platform.load(EMPTY.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a stub response for the next request of an operation. Stub responses are used in the order in which they
     * were added.
     */
    public void stubNext(Operation operation, StubResponse response) {
        platform.stubNext(operation, response);
    }

    /** Returns all requests since the start or the last {@link #clearRequests()}, oldest first. */
    public List<RecordedRequest> requests() {
        return platform.requests();
    }

    /** Limits the request log to a number of latest requests. Default: no limit. */
    public void limitRecordedRequests(int maximum) {
        platform.limitRecordedRequests(maximum);
    }

    /** Clears the request log. */
    public void clearRequests() {
        platform.clearRequests();
    }

    Platform platform() {
        return platform;
    }
}
