package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.license.LicenseDraft;
import com.devpayr.secret.Secret;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Clients of a transport without a network, and what the tests of calls send and receive. */
final class CallFixture {
    static final String LICENSE = "{\"data\":{\"id\":8,\"uuid\":\"u\"}}";
    static final LicenseDraft DRAFT = LicenseDraft.builder("Pro").build();
    static final Secret SECRET = Secret.of("a-good-secret");

    private CallFixture() {}

    static DevPayrConfig config() {
        return DevPayrConfig.builder()
                .apiKey("an-api-key")
                .licenseKey("a-license-key")
                .domain("shop.example.com")
                .baseUrl("https://api.example.com/v1")
                .maxResponseBytes(1000)
                .build();
    }

    static AsyncDevPayr async(FakeHttpTransport transport) {
        return HttpDevPayr.createAsync(config(), transport);
    }

    static DevPayr blocking(FakeHttpTransport transport) {
        return HttpDevPayr.create(config(), transport);
    }

    /** Returns the failure of a call that has ended; null if it succeeded. */
    static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure).join();
    }
}
