package com.devpayr.guard;

import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Denied;
import com.devpayr.guard.Verdict.Unknown;
import java.util.Locale;

/** The reasons and remedies of verdicts for an operations log. */
final class Remedies {
    private Remedies() {}

    /** Returns the state and its reason, such as {@code License denied, reason revoked}. */
    static String reason(Verdict verdict) {
        if (verdict instanceof Denied denied) {
            return "License denied, reason " + denied.reason().id();
        }
        return verdict instanceof Unknown unknown
                ? "License not verified, reason " + kebabCase(unknown.cause())
                : "License in its grace period, reason unreachable";
    }

    /** Returns the remedy in one or two sentences. */
    static String of(Verdict verdict) {
        if (verdict instanceof Denied denied) {
            return of(denied);
        }
        if (verdict instanceof Allowed) {
            return "Check the connection to DevPayr before the grace period ends.";
        }
        return switch (((Unknown) verdict).cause()) {
            case LEASE_TAMPERED, LEASE_MISMATCH ->
                "The next confirmation replaces the lease; check the connection to DevPayr.";
            case CLOCK_ROLLED_BACK -> "Correct the system clock and check the connection to DevPayr.";
            case NOT_CHECKED, UNREACHABLE, GRACE_EXPIRED ->
                "Check the base URL, the proxy, the firewall and the status of DevPayr.";
        };
    }

    private static String of(Denied denied) {
        return switch (denied.reason().id()) {
            case "unpaid" -> "Complete the payment at DevPayr.";
            case "revoked", "expired" -> "Renew the license, or configure another license key.";
            case "inactive" -> "Activate the project at DevPayr.";
            case "wrong-domain" ->
                "Add this domain to the license at DevPayr, or configure devpayr.domain as the license requires.";
            case "wrong-environment" -> "Use a license key for this environment.";
            case "wrong-address", "wrong-country" -> "Check the restrictions of the license at DevPayr.";
            case "over-limit" -> "Raise the limit of the license at DevPayr, or increase the check interval.";
            case "wrong-credential" -> "Check that the license key is complete and has not been replaced.";
            case "missing-credential", "misconfigured" -> "Correct the configuration and restart the application.";
            default -> "Check the license at DevPayr.";
        };
    }

    private static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
