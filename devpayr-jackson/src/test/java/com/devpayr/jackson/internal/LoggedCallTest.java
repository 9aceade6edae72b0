package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.CallFixture.DRAFT;
import static com.devpayr.jackson.internal.CallFixture.LICENSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.RateLimitedException;
import com.devpayr.jackson.HttpDevPayr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of calls over a transport. */
class LoggedCallTest {
    private final Lines lines = new Lines();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .apiKey("an-api-key")
            .domain("shop.example.com")
            .log(LogLevel.DEBUG)
            .logger(lines)
            .build();

    @Test
    void containsTheRequestAndTheResponse() {
        FakeHttpTransport.Response response =
                new FakeHttpTransport.Response(201, Map.of("X-Request-Id", "r-1"), LICENSE.getBytes(UTF_8));
        FakeHttpTransport transport = FakeHttpTransport.returning(response);

        assertThat(HttpDevPayr.create(config, transport)
                        .licenses()
                        .create(7, DRAFT)
                        .id())
                .isEqualTo(8);

        assertThat(String.join("\n", lines.written))
                .contains("POST", "project/7/licenses", "201")
                .contains("X-Devpayr-Domain: shop.example.com", "X-Request-Id: r-1")
                .doesNotContain("an-api-key");
        assertThat(response.closes).isOne();
    }

    @Test
    void containsARequestWithoutABodyAndAnError() {
        FakeHttpTransport.Response response =
                new FakeHttpTransport.Response(429, Map.of("Retry-After", "120"), new byte[0]);
        DevPayr devpayr = HttpDevPayr.create(config, FakeHttpTransport.returning(response));

        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> devpayr.licenses().get(7, 8))
                .satisfies(limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofMinutes(2)));

        assertThat(String.join("\n", lines.written)).contains("GET", "project/7/licenses/8", "429", "Retry-After: 120");
    }

    @ParameterizedTest
    @CsvSource({"0, complete", "20000, blocking"})
    void responsesAreReadOnTheSameThreadsAsWithoutALog(int spaces, String thread) {
        QueuedThreads threads = new QueuedThreads();
        byte[] body = (LICENSE + " ".repeat(spaces)).getBytes(UTF_8);
        FakeHttpTransport transport = new FakeHttpTransport(
                request -> CompletableFuture.completedFuture(new FakeHttpTransport.Response(200, Map.of(), body)),
                threads);
        AsyncDevPayr devpayr = HttpDevPayr.createAsync(config, transport);
        devpayr.licenses().get(7, 8);
        threads.runAll();
        threads.log.clear();

        devpayr.licenses().get(7, 8);

        assertThat(threads.log).containsExactly(thread);
    }

    /** A logger that keeps its lines. */
    private static final class Lines implements System.Logger {
        private final List<String> written = new ArrayList<>();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String line, @Nullable Throwable thrown) {
            written.add(line);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... arguments) {
            written.add(format);
        }
    }
}
