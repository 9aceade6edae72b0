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

/** That the watch over secrets is awake: whoever leaks one is caught. And what shows none when it is printed. */
class CanariesTest {
    private final Canaries canaries = new Canaries();

    @Test
    void aLogLineIsCaughtAtEveryLevelWithItsArgumentsAndItsException() {
        try (Ears ears = Ears.open(canaries)) {
            Logger.getLogger("some.library").finest("sends " + Canaries.API_KEY);
            Logger.getLogger("other.library").log(Level.FINE, "sends {0}", Canaries.LICENSE_KEY);
            Logger.getLogger("third.library").log(Level.FINER, "broken", new IllegalStateException(Canaries.DOMAIN));
            LoggerFactory.getLogger("fourth.library").trace("sends {}", Canaries.SECRET);
            LoggerFactory.getLogger("fifth.library").debug("broken", new IllegalStateException(Canaries.API_KEY));

            assertThat(ears.lines()).containsKeys("some.library", "fifth.library");
        }
        assertThat(canaries.sightings())
                .containsExactly(
                        "logger fifth.library says canary-api-7f3a91",
                        "logger fourth.library says canary-secret-0d16ee",
                        "logger other.library says canary-license-b2c804",
                        "logger some.library says canary-api-7f3a91",
                        "logger third.library says canary-domain-55e0.example.com");
    }

    @Test
    void anExceptionIsCaughtByItsCauseAndByASuppressedOneOfThat() {
        IllegalStateException cause = new IllegalStateException("fine");
        cause.addSuppressed(new IllegalStateException(Canaries.SECRET));

        canaries.read(new RuntimeException("fine", cause));

        assertThat(canaries.sightings()).hasSize(1);
    }

    @Test
    void bytesInHexAreCaught() {
        canaries.read("a dump", "0000 63616e6172792d6170692d");

        assertThat(canaries.sightings()).hasSize(1);
    }

    @Test
    void anEventAndAMetricAreCaught() {
        Instruments instruments = new Instruments(canaries);
        Retry named = instruments.retry(Canaries.API_KEY);

        assertThatThrownBy(() -> named.executeRunnable(() -> {
                    throw new IllegalStateException(Canaries.SECRET);
                }))
                .isNotNull();
        instruments.readMeters();

        assertThat(canaries.sightings()).contains("event says " + Canaries.SECRET, "metric says " + Canaries.API_KEY);
    }

    @Test
    void nothingThatIsPrintedShowsASecret() {
        DevPayrConfig config = Canaries.config().build();
        DevPayr devpayr = InMemoryDevPayr.create().connect(config);
        AsyncDevPayr async = AsyncDevPayr.over(devpayr, Runnable::run);
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
                resilience.around(devpayr).projects(),
                resilience.blocking(),
                resilience.async());

        printed.forEach(object -> canaries.read(object.getClass().getSimpleName(), object.toString()));

        assertThat(canaries.sightings()).isEmpty();
        assertThat(canaries.texts()).isEqualTo(12);
    }
}
