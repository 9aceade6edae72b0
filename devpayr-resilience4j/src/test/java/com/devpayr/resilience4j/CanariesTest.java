package com.devpayr.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.InMemoryDevPayr;
import io.github.resilience4j.retry.Retry;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests that the scanner for leaks finds planted leaks, and that printed objects contain no secret. */
class CanariesTest {
    private final Canaries canaries = new Canaries();

    @Test
    void findsLeaksInLogLinesWithArgumentsAndExceptions() {
        try (LogCapture ears = LogCapture.open(canaries)) {
            Logger.getLogger("some.library").finest("sends " + Canaries.API_KEY);
            Logger.getLogger("other.library").log(Level.FINE, "sends {0}", Canaries.LICENSE_KEY);
            Logger.getLogger("third.library").log(Level.FINER, "broken", new IllegalStateException(Canaries.DOMAIN));
            LoggerFactory.getLogger("fourth.library").trace("sends {}", Canaries.SECRET);
            LoggerFactory.getLogger("fifth.library").debug("broken", new IllegalStateException(Canaries.API_KEY));

            assertThat(ears.lines()).containsKeys("some.library", "fifth.library");
        }
        assertThat(canaries.leaks())
                .containsExactly(
                        "logger fifth.library leaked canary-api-7f3a91",
                        "logger fourth.library leaked canary-secret-0d16ee",
                        "logger other.library leaked canary-license-b2c804",
                        "logger some.library leaked canary-api-7f3a91",
                        "logger third.library leaked canary-domain-55e0.example.com");
    }

    @Test
    void findsLeaksInCausesAndSuppressedExceptions() {
        IllegalStateException cause = new IllegalStateException("success");
        cause.addSuppressed(new IllegalStateException(Canaries.SECRET));

        canaries.scan(new RuntimeException("success", cause));

        assertThat(canaries.leaks()).hasSize(1);
    }

    @Test
    void findsLeaksInHexDumps() {
        canaries.scan("a dump", "0000 63616e6172792d6170692d");

        assertThat(canaries.leaks()).hasSize(1);
    }

    @Test
    void findsLeaksInEventsAndMetrics() {
        ObservedResilience resilience = new ObservedResilience(canaries);
        Retry named = resilience.retry(Canaries.API_KEY);

        assertThatThrownBy(() -> named.executeRunnable(() -> {
                    throw new IllegalStateException(Canaries.SECRET);
                }))
                .isNotNull();
        resilience.scanMeters();

        assertThat(canaries.leaks()).contains("event leaked " + Canaries.SECRET, "metric leaked " + Canaries.API_KEY);
    }

    @Test
    void printedObjectsContainNoSecret() {
        DevPayrConfig config = Canaries.config().build();
        DevPayr devpayr = InMemoryDevPayr.create().connect(config);
        AsyncDevPayr async = devpayr.async(Runnable::run);
        Resilience resilience = Resilience.defaults();
        Stream<Object> printed = Stream.of(
                config,
                ApiKey.of(Canaries.API_KEY),
                LicenseKey.of(Canaries.LICENSE_KEY),
                Secret.of(Canaries.SECRET),
                Canaries.draft(),
                InjectableUpdate.builder()
                        .content("canary-content", Secret.of(Canaries.SECRET))
                        .build(),
                devpayr.licenses(),
                devpayr.runtime(),
                async.injectables(),
                resilience.decorate(devpayr).projects(),
                resilience.interceptor(),
                resilience.asyncInterceptor());

        printed.forEach(object -> canaries.scan(object.getClass().getSimpleName(), object.toString()));

        assertThat(canaries.leaks()).isEmpty();
        assertThat(canaries.texts()).isEqualTo(12);
    }
}
