package com.devpayr.guard;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.internal.config.InstalledLibrary;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Logs each change of the verdict once: WARNING when the application enters the grace period, is denied or its license cannot
 * be verified, with reason, domain and remedy; ERROR with the stack trace if the license cannot be checked because a library
 * is missing or has the wrong version; INFO for the first confirmation and for recoveries.
 */
final class LoggingListener implements GuardListener {
    private final Logger logger;
    private final DevPayrConfig config;

    /** @param config names the domain and masks credentials */
    LoggingListener(Logger logger, DevPayrConfig config) {
        this.logger = logger;
        this.config = config;
    }

    @Override
    public void verdictChanged(Verdict before, Verdict after) {
        if (after instanceof Allowed allowed && allowed.source() != Allowed.Source.GRACE) {
            confirmed(before);
            return;
        }
        LinkageError defect = after instanceof Denied denied ? InstalledLibrary.defectOf(denied.cause()) : null;
        logger.log(
                defect == null ? Level.WARNING : Level.ERROR,
                config.redact(Remedies.reason(after) + domain() + ": " + sentence(after.message()) + " "
                        + Remedies.of(after)),
                defect);
    }

    private void confirmed(Verdict before) {
        if (before instanceof Allowed allowed && allowed.source() != Allowed.Source.GRACE) {
            return; // the stored confirmation was replaced by a new one
        }
        boolean first = before instanceof Unknown unknown && unknown.cause() == Unknown.Cause.NOT_CHECKED;
        log(Level.INFO, (first ? "License confirmed" : "License confirmed again") + domain() + ".");
    }

    @Override
    public void leaseStoreFailed(RuntimeException failure) {
        log(
                Level.WARNING,
                "The lease store failed, so the lease may not survive a restart: "
                        + sentence(String.valueOf(failure.getMessage()))
                        + " Check that the store is reachable and writable.");
    }

    private String domain() {
        try {
            return ", domain " + config.domain().description();
        } catch (ConfigurationException unresolvable) {
            return ", domain unknown"; // the verdict's message says why
        }
    }

    /** The messages of failures may end without a full stop. */
    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private void log(Level level, String message) {
        logger.log(level, config.redact(message));
    }
}
