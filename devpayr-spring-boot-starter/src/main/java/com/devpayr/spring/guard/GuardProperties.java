package com.devpayr.spring.guard;

import com.devpayr.guard.PaymentScope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the license guard.
 *
 * @param enabled Whether to enable the license guard if a license key is configured.
 * @param application Name of the application that the lease is bound to. Defaults to 'spring.application.name'.
 * @param startup Action at startup if the application is not permitted to run.
 * @param outagePolicy Policy for outages, when DevPayr cannot be reached.
 * @param grace Grace period of the 'grace' outage policy.
 * @param checkInterval Interval between license checks.
 * @param checkTimeout Timeout of a license check, including retries.
 * @param scope Scope of the payment to check.
 * @param lease Storage of the lease.
 */
@ConfigurationProperties("devpayr.guard")
public record GuardProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String application,
        @DefaultValue("warn") Startup startup,
        @DefaultValue("grace") Policy outagePolicy,
        @DefaultValue("3d") Duration grace,
        @DefaultValue("1h") Duration checkInterval,
        @DefaultValue("2m") Duration checkTimeout,
        @DefaultValue("project") PaymentScope scope,
        @DefaultValue Lease lease) {

    /** An action at startup. Startup waits for the first license check with {@link #FAIL} only. */
    public enum Startup {
        /** The guard is not started; the license is checked on demand. */
        OFF,
        /** The guard is started, and checks the license in the background. */
        WARN,
        /** The guard is started. Startup fails if the application is not permitted to run. */
        FAIL
    }

    /** A policy for outages. */
    public enum Policy {
        /** The application may run for a grace period. */
        GRACE,
        /** The application may not run. */
        FAIL_CLOSED,
        /** The application may run unless DevPayr has denied the license. */
        ADVISORY
    }

    /**
     * Configuration properties for the lease.
     *
     * @param store Type of the lease store.
     * @param path Path of the lease file. Defaults to a file in the user's state directory.
     * @param cache Name of the Spring cache to store the lease in, instead of a file.
     */
    public record Lease(
            @DefaultValue("file") Store store,
            @Nullable String path,
            @Nullable String cache) {
        /** A type of lease store. */
        public enum Store {
            /** A file; survives a restart. */
            FILE,
            /** The memory of the process. */
            MEMORY
        }
    }
}
