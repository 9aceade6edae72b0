package com.devpayr.guard;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.DevPayrException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether this copy is licensed. There are three answers and no other.
 *
 * <pre>{@code
 * if (guard.current() instanceof Verdict.Denied denied) {
 *     show(denied.reason());
 * }
 * }</pre>
 *
 * <p>An outage never makes a {@link Denied}, and no outage overturns one.
 */
public sealed interface Verdict {
    /** What to tell people, in one or two sentences. */
    String message();

    /**
     * It is licensed.
     *
     * @param source what that rests on
     * @param confirmedAt when DevPayr last said so
     * @param validUntil when this answer ends unless DevPayr repeats it: the next one is then {@link Source#GRACE}, or after
     *     that {@link Unknown}
     */
    record Allowed(Source source, Instant confirmedAt, Instant validUntil) implements Verdict {
        /** What an {@link Allowed} rests on. */
        public enum Source {
            /** DevPayr's answer to this process. */
            FRESH,
            /** The lease of an answer to an earlier process, not older than the interval of re-validation. */
            CACHED,
            /** An older answer: DevPayr could not be asked since. */
            GRACE
        }

        @Override
        public String message() {
            return source == Source.GRACE
                    ? "This copy is licensed. DevPayr could not be asked since " + confirmedAt
                            + "; without an answer it stops at " + validUntil + "."
                    : "This copy is licensed.";
        }
    }

    /**
     * It is not licensed: DevPayr said so, or it is configured so that DevPayr cannot be asked.
     *
     * @param reason why
     * @param serverMessage what DevPayr said; null when it said nothing but that nobody has paid
     * @param cause the refusal as it came, or what is wrong with the configuration; null when nobody has paid
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
            return serverMessage == null ? reason.message() : reason.message() + " DevPayr says: " + serverMessage;
        }
    }

    /**
     * Nobody can tell: DevPayr could not be asked, and no grace is left.
     *
     * @param cause why nothing else is known
     * @param failure why DevPayr could not be asked when it was last tried; null when it was not tried
     */
    record Unknown(Cause cause, @Nullable Throwable failure) implements Verdict {
        /** Why an {@link Unknown} knows nothing. */
        public enum Cause {
            /** DevPayr has not been asked yet. */
            NOT_ASKED("DevPayr has not been asked yet whether this copy is licensed."),
            /** DevPayr could not be asked, and this copy has no earlier answer to live on. */
            UNREACHABLE("DevPayr could not be asked whether this copy is licensed."),
            /** The last answer is older than the grace after it. */
            GRACE_EXPIRED("DevPayr has not been reached for longer than this copy may run without it."),
            /** The kept lease was changed by another hand than this library's, or damaged. */
            LEASE_TAMPERED("The kept license answer is damaged, and DevPayr has not been reached since."),
            /** The kept lease belongs to another license, domain, application or scope. */
            LEASE_MISMATCH("The kept license answer is another copy's, and DevPayr has not been reached since."),
            /** The clock shows a time before one that it has shown already. */
            CLOCK_ROLLED_BACK("This machine's clock was set back, and DevPayr has not been reached since.");

            private final String text;

            Cause(String text) {
                this.text = text;
            }
        }

        @Override
        public String message() {
            return failure == null ? cause.text : cause.text + " " + failure.getMessage();
        }
    }
}
