package com.devpayr.guard;

import com.devpayr.error.ConfigurationException;
import java.time.Duration;

/**
 * The policy for outages: whether the application may run while DevPayr cannot be reached. A denial remains in force under
 * every policy.
 *
 * <pre>{@code
 * LicenseGuard.builder(devpayr).application("acme-photos").outagePolicy(OutagePolicy.grace(Duration.ofDays(14)));
 * }</pre>
 */
public final class OutagePolicy {
    private static final Duration MAX_GRACE = Duration.ofDays(366);

    private final String name;
    private final Duration grace;
    private final boolean permitsUnknown;

    private OutagePolicy(String name, Duration grace, boolean permitsUnknown) {
        this.name = name;
        this.grace = grace;
        this.permitsUnknown = permitsUnknown;
    }

    /**
     * Returns a policy without a grace period: when the last confirmation is older than the check interval, the verdict is
     * unknown and the application is not permitted to run.
     */
    public static OutagePolicy failClosed() {
        return new OutagePolicy("failClosed", Duration.ZERO, false);
    }

    /**
     * Returns a policy that permits the application to run for a grace period after the check interval has passed without a
     * confirmation. After that the verdict is unknown and the application is not permitted to run. The default, with 3 days.
     *
     * @throws ConfigurationException if the grace period is not positive or longer than 366 days
     */
    public static OutagePolicy grace(Duration grace) {
        if (grace.isNegative() || grace.isZero() || grace.compareTo(MAX_GRACE) > 0) {
            throw new ConfigurationException("grace", "is " + grace + "; it must be positive and at most 366 days");
        }
        return new OutagePolicy("grace", grace, false);
    }

    /** Returns a policy that permits the application to run unless DevPayr has denied the license. */
    public static OutagePolicy advisory() {
        return new OutagePolicy("advisory", Duration.ZERO, true);
    }

    Duration grace() {
        return grace;
    }

    boolean isPermitted(Verdict verdict) {
        return verdict instanceof Verdict.Allowed || (permitsUnknown && verdict instanceof Verdict.Unknown);
    }

    /** Returns the policy's name and grace period. */
    @Override
    public String toString() {
        return "OutagePolicy." + name + (grace.isZero() ? "" : "(" + grace + ")");
    }
}
