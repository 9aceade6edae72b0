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
 * Description of the license for the {@code devpayr} endpoint.
 *
 * @param verdict {@code allowed}, {@code denied} or {@code unknown}
 * @param permitted whether the application is permitted to run
 * @param reason the source, reason or cause of the verdict, such as {@code fresh}, {@code unpaid} or {@code unreachable}
 * @param message the message for the user
 * @param confirmedAt the time of DevPayr's last confirmation; null if the license is not allowed
 * @param age the time since then
 * @param validUntil the end of the verdict's validity; null if the license is not allowed
 * @param nextCheck when the next background check is due; null if the guard is not started
 * @param domain the domain of the application
 * @param domainSource the source of the domain
 */
public record LicenseDescriptor(
        String verdict,
        boolean permitted,
        String reason,
        String message,
        @Nullable Instant confirmedAt,
        @Nullable Duration age,
        @Nullable Instant validUntil,
        @Nullable Instant nextCheck,
        String domain,
        String domainSource) {

    static LicenseDescriptor of(LicenseGuard guard, Verdict verdict, DevPayrConfig config, Clock clock) {
        ResolvedDomain domain = config.domain();
        Verdict.Allowed allowed = verdict instanceof Verdict.Allowed current ? current : null;
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
                kebabCase(domain.source()));
    }

    /** Returns the name of a verdict for health, info, metrics and the endpoint. */
    static String name(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed) {
            return "allowed";
        }
        return verdict instanceof Verdict.Denied ? "denied" : "unknown";
    }

    /** Returns the source, reason or cause of a verdict. */
    static String reason(Verdict verdict) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return kebabCase(allowed.source());
        }
        return verdict instanceof Verdict.Denied denied
                ? denied.reason().id()
                : kebabCase(((Verdict.Unknown) verdict).cause());
    }

    private static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
