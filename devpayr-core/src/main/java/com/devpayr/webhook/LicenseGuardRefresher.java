package com.devpayr.webhook;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A consumer of webhook events that checks the license again when an event may change the verdict of a license guard: events
 * of the license itself, of projects and of domains. Thread-safe; never blocks.
 *
 * <pre>{@code
 * webhooks.handle(headers, body, LicenseGuardRefresher.create(guard, config).withProject(7));
 * }</pre>
 *
 * <p>Checks count towards the daily limit of the license, so there is at most one every 5 seconds. The last event always
 * results in a check after it.
 */
public final class LicenseGuardRefresher implements Consumer<WebhookEvent> {
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(5);

    private final LicenseGuard guard;
    private final DevPayrConfig config;
    private final @Nullable Long projectId;
    private final RefreshLimiter limiter;

    private LicenseGuardRefresher(
            LicenseGuard guard, DevPayrConfig config, @Nullable Long projectId, RefreshLimiter limiter) {
        this.guard = guard;
        this.config = config;
        this.projectId = projectId;
        this.limiter = limiter;
    }

    /**
     * Creates a refresher that considers events of all projects.
     *
     * @param config configuration with the license key of the guard
     */
    public static LicenseGuardRefresher create(LicenseGuard guard, DevPayrConfig config) {
        return create(guard, config, LicenseGuardRefresher::schedule, System::nanoTime);
    }

    static LicenseGuardRefresher create(
            LicenseGuard guard, DevPayrConfig config, RefreshLimiter.Scheduler scheduler, LongSupplier nanoTime) {
        return new LicenseGuardRefresher(
                guard, config, null, new RefreshLimiter(guard::refresh, MIN_INTERVAL, scheduler, nanoTime));
    }

    private static void schedule(Runnable task, Duration delay) {
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS).execute(task);
    }

    /** Returns a copy that ignores events of other projects. For webhooks of an account with several projects. */
    public LicenseGuardRefresher withProject(long projectId) {
        return new LicenseGuardRefresher(guard, config, projectId, limiter);
    }

    @Override
    public void accept(WebhookEvent event) {
        if (concernsTheGuard(event)) {
            limiter.request();
        }
    }

    /** An event that does not identify its license or project may be about the guard's. */
    private boolean concernsTheGuard(WebhookEvent event) {
        if (event instanceof LicenseEvent ofLicense && ofLicense.license() != null) {
            return ofLicense.license().key().reveal().equals(licenseKey());
        }
        return projectId == null || event.projectId() == null || projectId.equals(event.projectId());
    }

    private @Nullable String licenseKey() {
        try {
            return config.credential(Operation.PAYMENT_CHECK);
        } catch (MissingCredentialException none) {
            return null;
        }
    }
}
