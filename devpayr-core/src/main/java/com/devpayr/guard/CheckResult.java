package com.devpayr.guard;

import com.devpayr.error.ApiException;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.config.InstalledLibrary;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The result of one license check. */
sealed interface CheckResult {
    /** DevPayr confirmed the license. */
    record Confirmed() implements CheckResult {}

    /** DevPayr denied the license. */
    record Denied(Verdict.Denied verdict) implements CheckResult {}

    /**
     * A 403 with a message that this version does not recognize: DevPayr's denial in new words, or the response of a gateway.
     */
    record Unrecognized(Verdict.Denied verdict, @Nullable Duration retryAfter) implements CheckResult {}

    /** No request was sent because of a configuration error. */
    record Misconfigured(Verdict.Denied verdict) implements CheckResult {}

    /** DevPayr could not be reached, or its response was neither a confirmation nor a denial. */
    record Unreachable(Throwable failure, @Nullable Duration retryAfter) implements CheckResult {}

    /** Returns the result of a check that has no license key to send. */
    static CheckResult missingLicenseKey() {
        return of(new MissingCredentialException(Operation.PAYMENT_CHECK));
    }

    /**
     * Returns the result of a completed call.
     *
     * <p>Only a 403 with an error message is a denial: a 403 page from a firewall or captive portal is an outage, and so is a
     * reached daily limit. So is 401, since a request of this client always has a license key: a gateway or a proxy has
     * removed it. So is every other failure, unexpected ones included: in doubt the application keeps running, and the grace
     * period ends in any case. A library of the wrong version is a configuration error: no later check can succeed.
     */
    static CheckResult of(@Nullable PaymentStatus status, @Nullable Throwable failed) {
        if (failed != null) {
            return of(Futures.unwrap(failed));
        }
        return status == null
                ? new Unreachable(new IllegalStateException("the transport returned no payment status"), null)
                : of(status);
    }

    private static CheckResult of(PaymentStatus status) {
        return status.hasPaid() ? new Confirmed() : new Denied(new Verdict.Denied(DenialReason.UNPAID, null, null));
    }

    private static CheckResult of(Throwable failure) {
        if (failure instanceof ConfigurationException misconfiguration) {
            return of(misconfiguration);
        }
        if (failure instanceof LinkageError defect) {
            return of(InstalledLibrary.defect(defect));
        }
        return failure instanceof ApiException error ? of(error) : new Unreachable(failure, null);
    }

    private static CheckResult of(ConfigurationException failure) {
        DenialReason reason = failure instanceof MissingCredentialException
                ? DenialReason.MISSING_CREDENTIAL
                : DenialReason.MISCONFIGURED;
        return new Misconfigured(new Verdict.Denied(reason, null, failure));
    }

    private static CheckResult of(ApiException error) {
        String message = error.serverMessage();
        if (message == null || error.status() != 403 || DenialReasonParser.isDailyLimit(message)) {
            return new Unreachable(error, error.retryAfter());
        }
        Verdict.Denied denied = new Verdict.Denied(DenialReasonParser.parse(message), message, error);
        return DenialReasonParser.isRecognized(message)
                ? new Denied(denied)
                : new Unrecognized(denied, error.retryAfter());
    }
}
