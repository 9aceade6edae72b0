package com.devpayr.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library throws on purpose. Unchecked, and the same types in the blocking and the
 * asynchronous style.
 *
 * <pre>{@code
 * try {
 *     devpayr.licenses().revoke(projectId, licenseId);
 * } catch (ForbiddenException refused) {
 *     // DevPayr said no: the license was not active
 * } catch (TransportException unreachable) {
 *     // DevPayr was not reached
 * }
 * }</pre>
 *
 * <p>No message and no cause holds a credential or a secret.
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
                TransportException {
    private static final long serialVersionUID = 1L;

    DevPayrException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
