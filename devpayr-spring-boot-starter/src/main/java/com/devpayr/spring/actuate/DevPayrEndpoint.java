package com.devpayr.spring.actuate;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import java.time.Clock;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** Actuator endpoint that shows the cached verdict, or checks the license. */
@Endpoint(id = "devpayr")
public final class DevPayrEndpoint {
    private final LicenseGuard guard;
    private final DevPayrConfig config;
    private final Clock clock;

    /** Creates an endpoint for a guard. */
    public DevPayrEndpoint(LicenseGuard guard, DevPayrConfig config, Clock clock) {
        this.guard = guard;
        this.config = config;
        this.clock = clock;
    }

    /** Returns the cached verdict. Does not check the license. */
    @ReadOperation
    public LicenseDescriptor show() {
        return LicenseDescriptor.of(guard, guard.current(), config, clock);
    }

    /** Checks the license and returns the verdict. Blocks until the check completes. */
    @WriteOperation
    public LicenseDescriptor refresh() {
        return LicenseDescriptor.of(guard, guard.refresh().join(), config, clock);
    }
}
