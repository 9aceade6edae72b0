package com.devpayr.internal.policy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Translates error responses to exceptions, by their status alone. Secrets of the configuration that a message repeats are
 * masked.
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport.
 */
public final class ErrorPolicy {
    private static final int MAX_MESSAGE = 1000;

    private final DevPayrConfig config;
    private final Clock clock;

    /**
     * Creates a policy.
     *
     * @param config its secrets are masked
     * @param clock compared with a {@code Retry-After} date
     */
    public ErrorPolicy(DevPayrConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the exception for a status other than 2xx.
     *
     * @param retryAfter the {@code Retry-After} header; null if absent
     * @param body the parts of the body that could be read
     */
    public DevPayrException failure(Operation operation, int status, @Nullable String retryAfter, ErrorBody body) {
        if (status < 400) {
            return new ProtocolException(
                    operation,
                    "status " + status + "; redirects are not followed, so that credentials go to the configured"
                            + " base URL only: check that URL");
        }
        String message = body.message();
        return ApiException.builder(operation, status)
                .message(message == null ? null : clean(message))
                .fieldErrors(clean(body.fieldErrors()))
                .retryAfter(RetryAfter.parse(retryAfter, clock))
                .build();
    }

    private Map<String, List<String>> clean(Map<String, List<String>> errors) {
        Map<String, List<String>> clean = new LinkedHashMap<>();
        errors.forEach((field, messages) ->
                clean.put(clean(field), messages.stream().map(this::clean).toList()));
        return clean;
    }

    private String clean(String text) {
        String redacted = config.redact(text);
        return redacted.length() <= MAX_MESSAGE ? redacted : redacted.substring(0, MAX_MESSAGE) + "…";
    }
}
