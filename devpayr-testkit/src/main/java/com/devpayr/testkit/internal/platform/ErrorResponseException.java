package com.devpayr.testkit.internal.platform;

import java.util.List;
import java.util.Map;

/** A rejection of a request, with the error response. */
public final class ErrorResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    @SuppressWarnings("serial") // never serialized
    private final Map<String, List<String>> fieldErrors;

    @SuppressWarnings("serial")
    private final Map<String, String> headers;

    /** Creates a rejection with a status and a message. */
    public ErrorResponseException(int status, String message) {
        this(status, message, Map.of(), Map.of());
    }

    private ErrorResponseException(
            int status, String message, Map<String, List<String>> fieldErrors, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.fieldErrors = fieldErrors;
        this.headers = headers;
    }

    static ErrorResponseException tooMany(long seconds) {
        return new ErrorResponseException(
                429, "Too Many Attempts.", Map.of(), Map.of("Retry-After", String.valueOf(seconds)));
    }

    /** Creates a 404. */
    public static ErrorResponseException notFound() {
        return new ErrorResponseException(404, "Resource not found.");
    }

    static ErrorResponseException invalid(Map<String, List<String>> fieldErrors) {
        return new ErrorResponseException(
                422, fieldErrors.values().iterator().next().get(0), fieldErrors, Map.of());
    }

    /** Returns the error response. */
    public PlatformResponse response() {
        return PlatformResponse.json(
                        status,
                        Json.object(
                                "status",
                                "error",
                                "message",
                                getMessage(),
                                "data",
                                null,
                                "errors",
                                fieldErrors.isEmpty() ? null : fieldErrors))
                .with(headers);
    }
}
