package com.devpayr.benchmarks.caller;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.internal.ResponseReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The base URL, headers and response reader that all variants share. */
final class CallFixture {
    /** The connections that a client keeps. */
    static final int CONNECTIONS = 1024;

    static final String BODY = "{}";

    private static final String KEY = "0197a0b1-5f00-7000-8000-00000000cafe";
    private static final String DOMAIN = "shop.example.com";

    final DevPayrConfig config;
    private final ResponseReader responses;

    CallFixture(String baseUrl) {
        this.config = DevPayrConfig.builder()
                .baseUrl(baseUrl)
                .apiKey(KEY)
                .licenseKey(KEY)
                .domain(DOMAIN)
                .build();
        this.responses = new ResponseReader(config);
    }

    String url(BenchmarkedOperation operation) {
        return config.baseUrl() + operation.target;
    }

    static Map<String, String> headers(BenchmarkedOperation operation) {
        return Map.of(
                "Accept",
                "application/json",
                "User-Agent",
                "bare/1.0 (benchmark)",
                "X-Devpayr-Domain",
                DOMAIN,
                requireNonNull(operation.operation.credential()).header(),
                KEY);
    }

    Object read(BenchmarkedOperation operation, int status, InputStream body) throws IOException {
        Object result = status == 200 ? responses.readSuccess(operation.operation, body) : null;
        if (result == null) {
            throw new IllegalStateException("status " + status);
        }
        return result;
    }
}
