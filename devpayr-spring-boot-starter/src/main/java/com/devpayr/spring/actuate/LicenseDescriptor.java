package com.devpayr.spring.actuate;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ResolvedDomain;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of this copy's license.
 *
 * @param verdict {@code allowed}, {@code denied} or {@code unknown}
 * @param permitted whether the policy lets this copy run
 * @param reason what the verdict rests on: {@code fresh}, {@code unpaid}, {@code unreachable}
 * @param message the same for people
 * @param confirmedAt when DevPayr last said yes; null when it did not
 * @param age how long ago that was
 * @param until when the next answer is needed; null when nothing is being lived on
 * @param nextCheck when DevPayr is asked next; null when it is asked by hand alone
 * @param domain where this copy runs
 * @param domainSource where that was found
 */
public record LicenseDescriptor(
        String verdict,
        boolean permitted,
        String reason,
        String message,
        @Nullable Instant confirmedAt,
        @Nullable Duration age,
        @Nullable Instant until,
        @Nullable Instant nextCheck,
        String domain,
        String domainSource) {

    static LicenseDescriptor of(LicenseGuard guard, Verdict verdict, DevPayrConfig config, Clock clock) {
        ResolvedDomain domain = config.domain();
        Verdict.Allowed allowed = verdict instanceof Verdict.Allowed yes ? yes : null;
        return new LicenseDescriptor(
                name(verdict),
                guard.isPermitted(verdict),
                reason(verdict),
                config.redact(guard.messageFor(verdict)),
                allowed == null ? null : allowed.confirmedAt(),
                allowed == null ? null : Duration.between(allowed.confirmedAt(), clock.instant()),
                allowed == null ? null : allowed.validUntil(),
                guard.nextCheck(),
                domain.value(),
                lower(domain.source()));
    }

    /** The verdict's name in health, info, metrics and the endpoint. */
    static String name(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed) {
            return "allowed";
        }
        return verdict instanceof Verdict.Denied ? "denied" : "unknown";
    }

    /** What a verdict rests on, as one word. */
    static String reason(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return lower(allowed.source());
        }
        return verdict instanceof Verdict.Denied denied
                ? denied.reason().id()
                : lower(((Verdict.Unknown) verdict).cause());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
