package com.devpayr.guard;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.DevPayrException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a license check: {@link Allowed}, {@link Denied} or {@link Unknown}.
 *
 * <pre>{@code
 * if (guard.current() instanceof Verdict.Denied denied) {
 *     show(denied.reason());
 * }
 * }</pre>
 *
 * <p>An outage never causes a {@link Denied} and never overturns one.
 */
public sealed interface Verdict {
    /** Returns a message for the user, in one or two sentences. */
    String message();

    /**
     * The application is licensed.
     *
     * @param source the source of this verdict
     * @param confirmedAt the time of DevPayr's last confirmation
     * @param validUntil the end of this verdict's validity unless DevPayr confirms the license again; the verdict is then
     *     {@link Source#GRACE}, and after that {@link Unknown}
     */
    record Allowed(Source source, Instant confirmedAt, Instant validUntil) implements Verdict {
        /** The source of an {@link Allowed}. */
        public enum Source {
            /** A response that this process received from DevPayr. */
            FRESH,
            /** The stored lease of an earlier process or of another one, not older than the check interval. */
            CACHED,
            /** A confirmation older than the check interval. DevPayr has not been reached since. */
            GRACE
        }

        @Override
        public String message() {
            return source == Source.GRACE
                    ? "This application is licensed. DevPayr last confirmed the license at " + confirmedAt
                            + "; the grace period ends at " + validUntil + "."
                    : "This application is licensed.";
        }
    }

    /**
     * The application is not licensed: DevPayr denied the license, or the configuration does not allow a request to DevPayr.
     *
     * @param reason the reason for the denial
     * @param serverMessage the error message from DevPayr; null if there is none, as for {@link DenialReason#UNPAID}
     * @param cause the error response or the configuration error; null if DevPayr's response was not an error
     */
    record Denied(
            DenialReason reason,
            @Nullable String serverMessage,
            @Nullable DevPayrException cause) implements Verdict {
        @Override
        public String message() {
            if (cause instanceof ConfigurationException) {
                return reason.message() + " " + cause.getMessage();
            }
            return serverMessage == null
                    ? reason.message()
                    : reason.message() + " Message from DevPayr: " + serverMessage;
        }
    }

    /**
     * Neither confirmed nor denied: DevPayr could not be reached, and no confirmation is within its grace period.
     *
     * @param cause the reason that no verdict is available
     * @param failure the failure of the last check; null if no check has been attempted
     */
    record Unknown(Cause cause, @Nullable Throwable failure) implements Verdict {
        /** The cause of an {@link Unknown}. */
        public enum Cause {
            /** No check has been made yet. */
            NOT_CHECKED("The license has not been checked yet."),
            /** DevPayr could not be reached, and there is no earlier confirmation. */
            UNREACHABLE("DevPayr could not be reached to check the license."),
            /** The grace period of the last confirmation has ended. */
            GRACE_EXPIRED("The grace period has ended, and DevPayr could not be reached to check the license."),
            /** The stored lease has been modified or damaged. */
            LEASE_TAMPERED("The stored lease is damaged, and DevPayr has not been reached since."),
            /** The stored lease belongs to another license, domain, application or payment scope. */
            LEASE_MISMATCH("The stored lease belongs to another installation, and DevPayr has not been reached since."),
            /** The system clock is behind a time that was recorded earlier. */
            CLOCK_ROLLED_BACK("The system clock was set back, and DevPayr has not been reached since.");

            private final String message;

            Cause(String message) {
                this.message = message;
            }
        }

        @Override
        public String message() {
            return failure == null ? cause.message : cause.message + " " + failure.getMessage();
        }
    }
}
