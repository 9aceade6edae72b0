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

    DevPayrException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
