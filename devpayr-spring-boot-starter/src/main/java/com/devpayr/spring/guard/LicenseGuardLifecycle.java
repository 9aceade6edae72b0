package com.devpayr.spring.guard;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.spring.guard.GuardProperties.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Starts the license guard with the application. Runs in the background, so application startup is not delayed. */
final class LicenseGuardLifecycle implements SmartLifecycle {
    private static final Logger LOG = System.getLogger(LicenseGuard.class.getName());

    private final LicenseGuard guard;
    private final Startup startup;
    private final ConfigurableApplicationContext application;
    private final Executor executor;
    private volatile boolean running;
    private volatile CompletableFuture<Void> completion = CompletableFuture.completedFuture(null);

    LicenseGuardLifecycle(
            LicenseGuard guard, Startup startup, ConfigurableApplicationContext application, Executor executor) {
        this.guard = guard;
        this.startup = startup;
        this.application = application;
        this.executor = executor;
    }

    @Override
    public void start() {
        running = true;
        if (startup != Startup.OFF) {
            completion = CompletableFuture.runAsync(this::startAndCheck, executor);
        }
    }

    private void startAndCheck() {
        guard.start();
        Verdict verdict = guard.check();
        if (!running || guard.isPermitted(verdict)) {
            return;
        }
        LinkageError defect =
                verdict instanceof Verdict.Denied denied ? InstalledLibrary.defectOf(denied.cause()) : null;
        LOG.log(defect == null ? Level.WARNING : Level.ERROR, guard.messageFor(verdict), defect);
        if (startup == Startup.FAIL) {
            LOG.log(Level.ERROR, "Shutting down: the application is not licensed and devpayr.guard.startup is 'fail'.");
            application.close();
        }
    }

    /** Returns a future that completes after the first license check was handled. */
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
}
