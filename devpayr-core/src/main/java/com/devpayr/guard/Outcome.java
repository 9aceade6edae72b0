package com.devpayr.guard;

import com.devpayr.error.ApiException;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.payment.PaymentStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking DevPayr. */
sealed interface Outcome {
    /** DevPayr said yes. */
    record Confirmed() implements Outcome {}

    /** DevPayr said no. */
    record Refused(Verdict.Denied verdict) implements Outcome {}

    /** This copy is set up so that DevPayr was not asked. */
    record Misconfigured(Verdict.Denied verdict) implements Outcome {}

    /** DevPayr could not be asked, or gave no answer that means anything. */
    record Unreachable(Throwable failure, @Nullable Duration retryAfter) implements Outcome {}

    /**
     * The outcome of a future that is complete.
     *
     * <p>Only two statuses refuse, and only with a message of DevPayr's: a firewall's or captive portal's page with 403 is
     * an outage. Any other failure is one too, a failure that nobody foresaw included: in doubt nobody is locked out, and
     * the grace ends anyway.
     */
    static Outcome of(@Nullable PaymentStatus status, @Nullable Throwable failed) {
        if (failed == null) {
            return status == null ? new Unreachable(new IllegalStateException("no answer"), null) : of(status);
        }
        Throwable failure = Futures.unwrap(failed);
        if (failure instanceof ConfigurationException wrong) {
            DenialReason reason = wrong instanceof MissingCredentialException
                    ? DenialReason.MISSING_CREDENTIAL
                    : DenialReason.MISCONFIGURED;
            return new Misconfigured(new Verdict.Denied(reason, null, wrong));
        }
        if (failure instanceof ApiException answer) {
            return of(answer);
        }
        return new Unreachable(failure, null);
    }

    private static Outcome of(PaymentStatus status) {
        return status.hasPaid() ? new Confirmed() : new Refused(new Verdict.Denied(DenialReason.UNPAID, null, null));
    }

    private static Outcome of(ApiException answer) {
        String words = answer.serverMessage();
        if (words == null || (answer.status() != 401 && answer.status() != 403)) {
            return new Unreachable(answer, answer.retryAfter());
        }
        return new Refused(new Verdict.Denied(RefusalWords.reason(answer.status(), words), words, answer));
    }
}
