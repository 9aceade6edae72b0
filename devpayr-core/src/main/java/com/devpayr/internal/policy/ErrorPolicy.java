package com.devpayr.internal.policy;

import com.devpayr.call.CallOptions;
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
 * Translates error responses to exceptions, by their status alone. Secrets of the configuration and of the call's options that
 * a message repeats are masked.
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
     * @param options the options of the call
     * @param retryAfter the {@code Retry-After} header; null if absent
     * @param body the parts of the body that could be read
     */
    public DevPayrException failure(
            Operation operation, CallOptions options, int status, @Nullable String retryAfter, ErrorBody body) {
        if (status < 400) {
            return new ProtocolException(
                    operation,
                    "status " + status + "; redirects are not followed, so that credentials go to the configured"
                            + " base URL only: check that URL");
        }
        String message = body.message();
        return ApiException.builder(operation, status)
                .message(message == null ? null : clean(message, options))
                .fieldErrors(clean(body.fieldErrors(), options))
                .retryAfter(RetryAfter.parse(retryAfter, clock))
                .build();
    }

    private Map<String, List<String>> clean(Map<String, List<String>> errors, CallOptions options) {
        Map<String, List<String>> clean = new LinkedHashMap<>();
        errors.forEach((field, messages) -> clean.put(
                clean(field, options),
                messages.stream().map(message -> clean(message, options)).toList()));
        return clean;
    }

    private String clean(String text, CallOptions options) {
        String redacted = options.redact(config.redact(text));
        return redacted.length() <= MAX_MESSAGE ? redacted : redacted.substring(0, MAX_MESSAGE) + "…";
    }
}
