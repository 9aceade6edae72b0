package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * The supertype of all exceptions of this library. Blocking calls throw them, and asynchronous calls fail with them.
 *
 * <pre>{@code
 * try {
 *     devpayr.licenses().revoke(projectId, licenseId);
 * } catch (ForbiddenException e) {
 *     // the license was not active
 * } catch (TransportException e) {
 *     // DevPayr could not be reached
 * }
 * }</pre>
 *
 * <p>Neither messages nor causes contain credentials or secrets.
 */
public abstract sealed class DevPayrException extends RuntimeException
        permits ApiException,
                ConfigurationException,
                InjectableException,
                InvalidRequestException,
                LicenseDeniedException,
                LicenseUnknownException,
                OutcomeUnknownException,
                ProtocolException,
                TransportException,
                WebhookRejectedException {
    private static final long serialVersionUID = 1L;

    private volatile int attempts = 1;

    DevPayrException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the number of attempts of the failed call: 1 unless an interceptor repeated it, 0 if none was started. */
    public final int attempts() {
        return attempts;
    }

    /** Records the number of attempts of the failed call. Called by interceptors that repeat calls. */
    public final void recordAttempts(int count) {
        this.attempts = count;
    }

    /** Returns the message; with the number of attempts if there were several. */
    @Override
    public String getMessage() {
        String message = String.valueOf(super.getMessage());
        return attempts > 1 ? message + " (after " + attempts + " attempts)" : message;
    }
}
