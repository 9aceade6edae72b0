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
import java.util.TreeMap;

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
     * @param headers the headers of the response by name, in any case
     * @param body the parts of the body that could be read
     */
    public DevPayrException failure(
            Operation operation, CallOptions options, int status, Map<String, List<String>> headers, ErrorBody body) {
        if (status < 400) {
            return new ProtocolException(
                    operation,
                    "status " + status + "; redirects are not followed, so that credentials go to the configured"
                            + " base URL only: check that URL");
        }
        String message = body.message();
        Map<String, List<String>> received = clean(headers, options);
        List<String> retryAfter = received.get("Retry-After");
        return ApiException.builder(operation, status)
                .message(message == null ? null : clean(message, options))
                .fieldErrors(fieldErrors(body, options))
                .headers(received)
                .retryAfter(
                        RetryAfter.parse(retryAfter == null || retryAfter.isEmpty() ? null : retryAfter.get(0), clock))
                .build();
    }

    /** Returns the headers by name in any case. A credential that the response repeats is masked, which is rare. */
    private Map<String, List<String>> clean(Map<String, List<String>> headers, CallOptions options) {
        Map<String, List<String>> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.putAll(headers);
        String all = received.toString();
        if (!options.redact(config.redact(all)).equals(all)) {
            received.replaceAll((name, values) -> values.stream()
                    .map(value -> options.redact(config.redact(value)))
                    .toList());
        }
        return received;
    }

    private Map<String, List<String>> fieldErrors(ErrorBody body, CallOptions options) {
        Map<String, List<String>> clean = new LinkedHashMap<>();
        body.fieldErrors()
                .forEach((field, messages) -> clean.put(
                        clean(field, options),
                        messages.stream()
                                .map(message -> clean(message, options))
                                .toList()));
        return clean;
    }

    private String clean(String text, CallOptions options) {
        String redacted = options.redact(config.redact(text));
        return redacted.length() <= MAX_MESSAGE ? redacted : redacted.substring(0, MAX_MESSAGE) + "…";
    }
}
