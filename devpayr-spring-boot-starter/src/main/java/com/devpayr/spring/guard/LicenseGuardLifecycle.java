package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.spring.guard.GuardProperties.Startup;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the license guard with the application: in the background, so that startup is not delayed, or with {@link
 * Startup#FAIL} before the web server, so that a license that does not permit the application to run fails the start.
 */
final class LicenseGuardLifecycle implements SmartLifecycle {
    /** Before the web server, whose phase is 2048 less than the default. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

    private final LicenseGuard guard;
    private final Startup startup;
    private final Executor executor;
    private volatile boolean running;
    private volatile CompletableFuture<Void> completion = CompletableFuture.completedFuture(null);

    LicenseGuardLifecycle(LicenseGuard guard, Startup startup, Executor executor) {
        this.guard = guard;
        this.startup = startup;
        this.executor = executor;
    }

    /**
     * Starts the guard.
     *
     * @throws com.devpayr.error.LicenseDeniedException with {@link Startup#FAIL}, if the license is denied
     * @throws com.devpayr.error.LicenseUnknownException with {@link Startup#FAIL}, if the verdict is unknown and the outage
     *     policy does not permit that
     */
    @Override
    public void start() {
        if (startup == Startup.FAIL) {
            guard.start();
            guard.requireLicensed();
        } else if (startup == Startup.WARN) {
            completion = CompletableFuture.runAsync(this::startAndCheck, executor);
        }
        running = true;
    }

    private void startAndCheck() {
        guard.start();
        guard.check(); // the guard logs the verdict
    }

    /** Returns a future that completes after the first license check. */
    CompletableFuture<Void> completion() {
        return completion;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
