package com.devpayr.spring.actuate;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Actuator endpoint that shows the cached verdict, or checks the license. Read-only by default, since each check counts towards
 * the license's daily limit; {@code management.endpoint.devpayr.access=unrestricted} enables checks, at most one per minute.
 */
@Endpoint(id = "devpayr", defaultAccess = Access.READ_ONLY)
public final class DevPayrEndpoint {
    private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

    private final LicenseGuard guard;
    private final DevPayrConfig config;
    private final Clock clock;
    private final AtomicReference<Instant> lastCheck = new AtomicReference<>(Instant.EPOCH);

    /** Creates an endpoint for a guard. */
    public DevPayrEndpoint(LicenseGuard guard, DevPayrConfig config, Clock clock) {
        this.guard = guard;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the cached verdict. Does not check the license. */
    @ReadOperation
    public LicenseDescriptor show() {
        return describe(guard.current());
    }

    /**
     * Checks the license and returns the verdict. Blocks until the check completes. Returns the cached verdict if the previous
     * check was less than a minute ago.
     */
    @WriteOperation
    public LicenseDescriptor refresh() {
        return mayCheck() ? describe(guard.refresh().join()) : show();
    }

    private boolean mayCheck() {
        Instant previous = lastCheck.get();
        Instant now = clock.instant();
        boolean recent = Duration.between(previous, now).abs().compareTo(MIN_INTERVAL) < 0;
        return !recent && lastCheck.compareAndSet(previous, now);
    }

    private LicenseDescriptor describe(Verdict verdict) {
        return LicenseDescriptor.of(guard, verdict, config, clock);
    }
}
