package com.devpayr.spring.actuate;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import java.time.Clock;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The endpoint {@code devpayr}: reading shows what is known, writing asks DevPayr. */
@Endpoint(id = "devpayr")
public final class DevPayrEndpoint {
    private final LicenseGuard guard;
    private final DevPayrConfig config;
    private final Clock clock;

    /** An endpoint of a guard. */
    public DevPayrEndpoint(LicenseGuard guard, DevPayrConfig config, Clock clock) {
        this.guard = guard;
        this.config = config;
        this.clock = clock;
    }

    /** What is known; asks nobody. */
    @ReadOperation
    public LicenseDescriptor show() {
        return LicenseDescriptor.of(guard, guard.current(), config, clock);
    }

    /** What DevPayr answers now; waits for it. */
    @WriteOperation
    public LicenseDescriptor refresh() {
        return LicenseDescriptor.of(guard, guard.refresh().join(), config, clock);
    }
}
