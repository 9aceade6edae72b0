package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.guard.GuardProperties.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Starts the guard with the application, on a thread of its own: the application's start waits for nothing. */
final class LicenseGuardLifecycle implements SmartLifecycle {
    private static final Logger LOG = System.getLogger(LicenseGuard.class.getName());

    private final LicenseGuard guard;
    private final Startup startup;
    private final ConfigurableApplicationContext application;
    private final Executor background;
    private volatile boolean running;
    private volatile CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    LicenseGuardLifecycle(LicenseGuard guard, Startup startup, ConfigurableApplicationContext application, Executor background) {
        this.guard = guard;
        this.startup = startup;
        this.application = application;
        this.background = background;
    }

    @Override
    public void start() {
        running = true;
        if (startup != Startup.OFF) {
            done = CompletableFuture.runAsync(this::ask, background);
        }
    }

    private void ask() {
        guard.start();
        Verdict verdict = guard.check();
        if (!running || guard.isPermitted(verdict)) {
            return;
        }
        LOG.log(Level.WARNING, guard.messageFor(verdict));
        if (startup == Startup.FAIL) {
            LOG.log(Level.ERROR, "devpayr.guard.startup is fail: the application is shut down.");
            application.close();
        }
    }

    /** Completed when the first answer has been dealt with. */
    CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
