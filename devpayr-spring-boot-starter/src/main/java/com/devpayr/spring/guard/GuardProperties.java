package com.devpayr.spring.guard;

import com.devpayr.guard.PaymentScope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this copy finds out whether it is licensed. Asked only where a license key is configured.
 *
 * @param enabled Whether there is a guard.
 * @param application Name that the lease is bound to; that of the application unless it is set.
 * @param startup What is done at the start, in the background.
 * @param policy What becomes of this copy while DevPayr cannot be asked.
 * @param grace How long this copy runs on after its last answer is over; for the policy grace.
 * @param interval How long an answer is good for, and so how often DevPayr is asked.
 * @param deadline How long DevPayr may take to answer, all tries included.
 * @param scope Whose payment is asked for.
 * @param lease Where the last good answer is kept.
 */
@ConfigurationProperties("devpayr.guard")
public record GuardProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String application,
        @DefaultValue("warn") Startup startup,
        @DefaultValue("grace") Policy policy,
        @DefaultValue("3d") Duration grace,
        @DefaultValue("1h") Duration interval,
        @DefaultValue("2m") Duration deadline,
        @DefaultValue("project") PaymentScope scope,
        @DefaultValue Lease lease) {

    /** What is done at the start. Never waits for DevPayr. */
    public enum Startup {
        /** Nothing: the application asks when it wants to know. */
        OFF,
        /** The guard asks by itself, and a copy that may not run is told of in the log. */
        WARN,
        /** The guard asks by itself, and a copy that may not run is shut down. */
        FAIL
    }

    /** What becomes of a copy while DevPayr cannot be asked. */
    public enum Policy {
        /** It runs on for a while. */
        GRACE,
        /** It does not run. */
        FAIL_CLOSED,
        /** It runs until DevPayr refuses it. */
        ADVISORY
    }

    /**
     * Where the last good answer is kept.
     *
     * @param store The kind of place.
     * @param path File that it is kept in; one below the user's state directory unless it is set.
     * @param cache Name of the cache that it is kept in, which copies share, in place of a file.
     */
    public record Lease(
            @DefaultValue("file") Store store,
            @Nullable String path,
            @Nullable String cache) {
        /** A kind of place. */
        public enum Store {
            /** A file of this machine: outlives a restart. */
            FILE,
            /** This process. */
            MEMORY
        }
    }
}
