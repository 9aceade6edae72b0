package com.devpayr.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Why a copy may not run.
 *
 * <p>An open set: DevPayr may have reasons that this version does not know.
 *
 * <p>DevPayr documents no machine-readable reasons. That a copy is refused is told from the answer's status alone; the
 * reason is read from DevPayr's words, is {@link #REFUSED} where they are not understood, and decides nothing but the
 * text that is shown. Source: wire contract, section 4, which is our decision.
 *
 * @param id its name in logs and metrics: {@code wrong-domain}
 */
public record DenialReason(String id) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The project or domain has not been paid for. */
    public static final DenialReason UNPAID = new DenialReason("unpaid");
    /** The license was taken back. */
    public static final DenialReason REVOKED = new DenialReason("revoked");
    /** The license's date has passed. */
    public static final DenialReason EXPIRED = new DenialReason("expired");
    /** The license's project is switched off. */
    public static final DenialReason INACTIVE = new DenialReason("inactive");
    /** The license is not for this domain, or has no room for another. */
    public static final DenialReason WRONG_DOMAIN = new DenialReason("wrong-domain");
    /** A test license in production, or a production license on a test domain. */
    public static final DenialReason WRONG_ENVIRONMENT = new DenialReason("wrong-environment");
    /** The license is not for this network address. */
    public static final DenialReason WRONG_ADDRESS = new DenialReason("wrong-address");
    /** The license is not for this country. */
    public static final DenialReason WRONG_COUNTRY = new DenialReason("wrong-country");
    /** The license is used more than it allows. */
    public static final DenialReason OVER_LIMIT = new DenialReason("over-limit");
    /** DevPayr refused in words that this version does not understand. */
    public static final DenialReason REFUSED = new DenialReason("refused");
    /** A configuration error: DevPayr does not know the license key, or did not get one. */
    public static final DenialReason WRONG_CREDENTIAL = new DenialReason("wrong-credential");
    /** A configuration error: no license key is configured. Nothing was sent. */
    public static final DenialReason MISSING_CREDENTIAL = new DenialReason("missing-credential");
    /** A configuration error of another kind. Nothing was sent. */
    public static final DenialReason MISCONFIGURED = new DenialReason("misconfigured");

    /** Any reason, known or not. */
    public DenialReason {
        requireNonNull(id, "id");
    }

    /** Whether the vendor's or the user's set-up is at fault and not the license. */
    public boolean isConfigurationError() {
        return equals(WRONG_CREDENTIAL) || equals(MISSING_CREDENTIAL) || equals(MISCONFIGURED);
    }

    /** A sentence for people. */
    public String message() {
        return switch (id) {
            case "unpaid" -> "This copy has not been paid for.";
            case "revoked" -> "This copy's license has been revoked.";
            case "expired" -> "This copy's license has expired.";
            case "inactive" -> "This product is not active at DevPayr.";
            case "wrong-domain" -> "This copy's license is not for the place where it runs.";
            case "wrong-environment" -> "This copy's license is for another kind of environment.";
            case "wrong-address" -> "This copy's license is not for this network address.";
            case "wrong-country" -> "This copy's license is not for this country.";
            case "over-limit" -> "This copy's license is used more than it allows.";
            case "wrong-credential" ->
                "Configuration error: DevPayr does not know this license key; check the setting licenseKey or"
                        + " DEVPAYR_LICENSE_KEY.";
            case "missing-credential" ->
                "Configuration error: no license key is configured; set licenseKey or DEVPAYR_LICENSE_KEY.";
            case "misconfigured" -> "Configuration error: DevPayr cannot be asked.";
            default -> "DevPayr refused this copy.";
        };
    }

    /** Its id. */
    @Override
    public String toString() {
        return id;
    }
}
