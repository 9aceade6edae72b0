package com.devpayr.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The reason that a license was denied.
 *
 * <p>An open set: DevPayr may introduce reasons that this version does not know.
 *
 * <p>DevPayr documents no machine-readable reasons. The HTTP status decides that a license is denied; the reason is parsed
 * from the error message and only affects the message that is shown. It is {@link #REFUSED} if the message is not recognized.
 *
 * <p>Source: {@code docs/wire-contract.md}, Runtime enforcement.
 *
 * @param id the identifier in logs and metrics, such as {@code wrong-domain}
 */
public record DenialReason(String id) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The project or domain has not been paid for. */
    public static final DenialReason UNPAID = new DenialReason("unpaid");
    /** The license has been revoked. */
    public static final DenialReason REVOKED = new DenialReason("revoked");
    /** The license has expired. */
    public static final DenialReason EXPIRED = new DenialReason("expired");
    /** The project of the license is not active. */
    public static final DenialReason INACTIVE = new DenialReason("inactive");
    /** The license is not valid for this domain, or has reached its domain limit. */
    public static final DenialReason WRONG_DOMAIN = new DenialReason("wrong-domain");
    /** A test license was used in production, or a production license on a test domain. */
    public static final DenialReason WRONG_ENVIRONMENT = new DenialReason("wrong-environment");
    /** The license is not valid for this IP address. */
    public static final DenialReason WRONG_ADDRESS = new DenialReason("wrong-address");
    /** The license is not valid for this country. */
    public static final DenialReason WRONG_COUNTRY = new DenialReason("wrong-country");
    /** The license has exceeded its usage limit. */
    public static final DenialReason OVER_LIMIT = new DenialReason("over-limit");
    /** The error message from DevPayr was not recognized. */
    public static final DenialReason REFUSED = new DenialReason("refused");
    /** A configuration error: DevPayr did not recognize the license key, or did not receive one. */
    public static final DenialReason WRONG_CREDENTIAL = new DenialReason("wrong-credential");
    /** A configuration error: no license key is configured. No request was sent. */
    public static final DenialReason MISSING_CREDENTIAL = new DenialReason("missing-credential");
    /** Another configuration error. No request was sent. */
    public static final DenialReason MISCONFIGURED = new DenialReason("misconfigured");

    /** Creates a reason, known or unknown to this version. */
    public DenialReason {
        requireNonNull(id, "id");
    }

    /** Returns whether the configuration is invalid rather than the license. */
    public boolean isConfigurationError() {
        return equals(WRONG_CREDENTIAL) || equals(MISSING_CREDENTIAL) || equals(MISCONFIGURED);
    }

    /** Returns a message for the user. */
    public String message() {
        return switch (id) {
            case "unpaid" -> "This application has not been paid for.";
            case "revoked" -> "The license has been revoked.";
            case "expired" -> "The license has expired.";
            case "inactive" -> "The product is not active at DevPayr.";
            case "wrong-domain" -> "The license is not valid for this domain.";
            case "wrong-environment" -> "The license is not valid for this environment.";
            case "wrong-address" -> "The license is not valid for this IP address.";
            case "wrong-country" -> "The license is not valid for this country.";
            case "over-limit" -> "The license has exceeded its usage limit.";
            case "wrong-credential" ->
                "Configuration error: DevPayr does not recognize the license key; check licenseKey or"
                        + " DEVPAYR_LICENSE_KEY.";
            case "missing-credential" ->
                "Configuration error: no license key is configured; set licenseKey or DEVPAYR_LICENSE_KEY.";
            case "misconfigured" -> "Configuration error: the license could not be checked.";
            default -> "DevPayr denied the license.";
        };
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
