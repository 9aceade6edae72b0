package com.devpayr.benchmarks.caller;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.internal.ResponseReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What every way of asking has in common: the headers that travel, and how an answer's JSON is read. */
final class Wire {
    static final String BODY = "{}";

    private static final String KEY = "0197a0b1-5f00-7000-8000-00000000cafe";
    private static final String DOMAIN = "shop.example.com";

    final DevPayrConfig config;
    private final ResponseReader answers;

    Wire(String baseUrl) {
        this.config = DevPayrConfig.builder()
                .baseUrl(baseUrl)
                .apiKey(KEY)
                .licenseKey(KEY)
                .domain(DOMAIN)
                .build();
        this.answers = new ResponseReader(config);
    }

    String url(Question question) {
        return config.baseUrl() + question.target;
    }

    static Map<String, String> headers(Question question) {
        return Map.of(
                "Accept",
                "application/json",
                "User-Agent",
                "bare/1.0 (benchmark)",
                "X-Devpayr-Domain",
                DOMAIN,
                question.operation.credential().header(),
                KEY);
    }

    Object read(Question question, int status, InputStream body) throws IOException {
        Object result = status == 200 ? answers.readSuccess(question.operation, body) : null;
        if (result == null) {
            throw new IllegalStateException("status " + status);
        }
        return result;
    }
}
