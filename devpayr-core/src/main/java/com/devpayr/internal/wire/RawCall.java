package com.devpayr.internal.wire;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to an endpoint that this library has no operation for. Its path cannot leave the configured base URL, so that its
 * credential is only sent there.
 *
 * @param method the HTTP method, in upper case
 * @param path path and query relative to the base URL, encoded, without a leading slash
 * @param credential the credential to send; null for none
 * @param body JSON text, or a map or list that is written as JSON; null for none
 */
public record RawCall(
        String method,
        String path,
        @Nullable Credential credential,
        @Nullable Object body) {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /**
     * Checks the request.
     *
     * @throws InvalidRequestException if a part is not allowed; the message names it
     */
    public RawCall {
        method = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new InvalidRequestException("method", "must be GET, POST, PUT, PATCH or DELETE");
        }
        path = RelativePath.require(path);
        if (body != null && method.equals("GET")) {
            throw new InvalidRequestException("body", "cannot be sent with GET; pass null, and parameters in the path");
        }
        if (body != null && !(body instanceof String || body instanceof Map || body instanceof List)) {
            throw new InvalidRequestException(
                    "body", "is a " + body.getClass().getName() + "; pass JSON text, a map or a list");
        }
    }

    /** Returns the operation, which determines whether the request may be retried: only if the method is GET. */
    public Operation operation() {
        return method.equals("GET") ? Operation.RAW_READ : Operation.RAW_WRITE;
    }

    /** Returns the method and the path without its query; never the body. */
    @Override
    public String toString() {
        return "RawCall[" + method + " " + path.split("\\?", 2)[0] + "]";
    }
}
