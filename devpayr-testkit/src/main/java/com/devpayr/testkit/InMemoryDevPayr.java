package com.devpayr.testkit;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.testkit.platform.CallerLocation;
import com.devpayr.testkit.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DevPayr in memory: the rules of the platform without the network. What is arranged here is seen at once by clients
 * that are already running. Safe for use by many threads.
 *
 * <pre>{@code
 * InMemoryDevPayr fake = InMemoryDevPayr.create();
 * FakeLicense license = fake.project("Acme").paid().license("Pro");
 * DevPayr devpayr = fake.connect(DevPayrConfig.builder().licenseKey(license.key().reveal()).build());
 * }</pre>
 *
 * <p>Unless said otherwise, all belongs to one account, whose plan has no limits. {@link DevPayrEmulator} serves the
 * same platform over HTTP.
 */
public final class InMemoryDevPayr {
    private static final String DEFAULT_ACCOUNT = "Default";
    private static final String EMPTY = "{}";

    private final MutableClock clock = new MutableClock(Instant.now());
    private final Platform platform = new Platform(clock);

    private InMemoryDevPayr() {}

    /** An empty platform, whose clock stands at the time of its making. */
    public static InMemoryDevPayr create() {
        return new InMemoryDevPayr();
    }

    /** The platform's clock, which stands still until it is moved or follows another one. */
    public MutableClock clock() {
        return clock;
    }

    /** Returns a blocking client of this platform, without a network. */
    public DevPayr connect(DevPayrConfig config) {
        return HttpDevPayr.create(config, new InMemoryTransport(platform));
    }

    /** Returns an asynchronous client of this platform, without a network. Its futures are complete when it returns them. */
    public AsyncDevPayr connectAsync(DevPayrConfig config) {
        return HttpDevPayr.createAsync(config, new InMemoryTransport(platform));
    }

    /** A new project of the default account. */
    public FakeProject project(String name) {
        return account(DEFAULT_ACCOUNT).project(name);
    }

    /** Another vendor's account, made when there is none of the name. */
    public FakeAccount account(String name) {
        return new FakeAccount(platform, name);
    }

    /** The value of a new API key for all projects of the default account, with every scope. */
    public ApiKey createGlobalKey() {
        return newApiKey("Global").create().value();
    }

    /** An API key for all projects of the default account, to be fitted out. */
    public ApiKeyBuilder newApiKey(String name) {
        return account(DEFAULT_ACCOUNT).newApiKey(name);
    }

    /**
     * Makes all requests of licensed copies seem to come from one place.
     *
     * @param ip the address
     * @param country the two-letter country; null when it is not known
     */
    public void simulateCallerLocation(String ip, @Nullable String country) {
        platform.simulateCallerLocation(new CallerLocation(ip, country));
    }

    /** Lets each credential make so many requests in each window of time; more are answered 429 with the wait. */
    public void setRateLimit(int requests, Duration window) {
        platform.setRateLimit(requests, window);
    }

    /** Lets each credential make any number of requests, as at first. */
    public void removeRateLimit() {
        platform.setRateLimit(null, Duration.ZERO);
    }

    /**
     * Answers single reads of a project, domain or license from a cache of 15 minutes, and ignores an update of a project
     * that repeats an identical one within 60 minutes, as the real platform does. Off at first.
     */
    public void cacheReads(boolean cached) {
        platform.cacheReads(cached);
    }

    /** All that is stored, to be restored later. The clock, the log and prepared answers are not part of it. */
    public PlatformSnapshot snapshot() {
        return new PlatformSnapshot(platform.save());
    }

    /** Brings back what was stored then. What was arranged before it still works. */
    public void restore(PlatformSnapshot snapshot) {
        platform.load(snapshot.state());
    }

    /**
     * A number that grows whenever what is stored may have changed, by requests and by arranging: equal numbers mean equal
     * {@linkplain #snapshot() snapshots}.
     */
    public long revision() {
        return platform.revision();
    }

    /** Forgets everything that is stored. */
    public void reset() {
        platform.load(EMPTY.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers the next request of an operation in this way, after what was prepared earlier. */
    public void stubNext(Operation operation, StubResponse answer) {
        platform.stubNext(operation, answer);
    }

    /** All requests since the start or the last {@link #clearRequests()}, oldest first. */
    public List<RecordedRequest> requests() {
        return platform.requests();
    }

    /** Keeps only so many of the latest requests in the log, from now on; all at first. */
    public void limitRecordedRequests(int most) {
        platform.limitRecordedRequests(most);
    }

    /** Empties the log of requests. */
    public void clearRequests() {
        platform.clearRequests();
    }

    Platform platform() {
        return platform;
    }
}
