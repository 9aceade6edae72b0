package com.devpayr.benchmarks.caller;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.internal.ResponseReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The base URL, headers and response reader that all variants share. */
final class CallFixture {
    static final String BODY = "{}";

    /** As many connections as DevPayr's client keeps. By default OkHttp keeps five, so that more callers open new ones. */
    static final int CONNECTIONS = 1024;

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

    /** Returns a builder of OkHttp clients that are used without DevPayr. */
    static OkHttpClient.Builder okHttp() {
        return new OkHttpClient.Builder().connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES));
    }

    Supplier<String> urls(BenchmarkedOperation operation) {
        return operation.urls(config.baseUrl().toString());
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
