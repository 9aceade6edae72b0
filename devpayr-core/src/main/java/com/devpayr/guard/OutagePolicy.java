package com.devpayr.guard;

import com.devpayr.error.ConfigurationException;
import java.time.Duration;

/**
 * What becomes of a copy while DevPayr cannot be asked. What DevPayr refused stays refused under each of them.
 *
 * <pre>{@code
 * LicenseGuard.over(devpayr, config).application("acme-photos").onOutage(OutagePolicy.grace(Duration.ofDays(14)));
 * }</pre>
 */
public final class OutagePolicy {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final String name;
    private final Duration grace;
    private final boolean permitsUnknown;

    private OutagePolicy(String name, Duration grace, boolean permitsUnknown) {
        this.name = name;
        this.grace = grace;
        this.permitsUnknown = permitsUnknown;
    }

    /** No grace: once an answer is older than the interval of re-validation, the verdict is unknown, and nothing runs. */
    public static OutagePolicy failClosed() {
        return new OutagePolicy("failClosed", Duration.ZERO, false);
    }

    /**
     * After an answer's interval is over, the copy runs on for this long. Then the verdict is unknown, and it does not
     * run. The default, with 3 days.
     *
     * @throws ConfigurationException when it is not longer than zero, or is longer than 366 days
     */
    public static OutagePolicy grace(Duration grace) {
        if (grace.isNegative() || grace.isZero() || grace.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    "grace", "is " + grace + "; it must be longer than zero and at most 366 days");
        }
        return new OutagePolicy("grace", grace, false);
    }

    /** No grace, and none needed: a copy of which nothing is known runs, and only one that DevPayr refused does not. */
    public static OutagePolicy advisory() {
        return new OutagePolicy("advisory", Duration.ZERO, true);
    }

    Duration grace() {
        return grace;
    }

    boolean isPermitted(Verdict verdict) {
        return verdict instanceof Verdict.Allowed || (permitsUnknown && verdict instanceof Verdict.Unknown);
    }

    /** Its name and its grace. */
    @Override
    public String toString() {
        return "OutagePolicy." + name + (grace.isZero() ? "" : "(" + grace + ")");
    }
}
