package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.NotFoundException;
import com.devpayr.testkit.internal.log.RecordedLog;
import feign.Client;
import feign.Logger.Level;
import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests responses of a Feign client that the application supplies. */
class CustomClientTest {
    private static final String NO_PROJECTS = "{\"data\":{\"data\":[],\"next_cursor\":null}}";

    private final DevPayrConfig.Builder config =
            DevPayrConfig.builder().apiKey("an-api-key").domain("shop.example.com");

    @Test
    void responsesNeedNoBody() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr(client(404, null)).projects().get(7));
        assertThatCode(() -> devpayr(client(204, null)).projects().delete(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void bodiesAreClosed(int status) {
        CountingBody body = new CountingBody(NO_PROJECTS);
        DevPayr devpayr = devpayr(client(status, body));

        if (status == 200) {
            assertThat(devpayr.projects().listAll()).isEmpty();
        } else {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> devpayr.projects().listAll().iterator().next());
        }

        assertThat(body.closes).hasPositiveValue();
    }

    @Test
    void bothLogsContainTheHeadersOfTheResponse() {
        List<String> lines = new ArrayList<>();
        RecordedLog log = new RecordedLog();
        DevPayr devpayr = FeignDevPayr.builder(
                        config.log(LogLevel.DEBUG).logger(log).build())
                .client(client(200, new CountingBody(NO_PROJECTS)))
                .logging(Level.HEADERS, lines::add)
                .build();

        assertThat(devpayr.projects().listAll()).isEmpty();

        assertThat(String.join("\n", lines)).containsIgnoringCase("Server: a-server");
        assertThat(String.join("\n", log.lines()))
                .containsIgnoringCase("Server: a-server")
                .contains("received " + NO_PROJECTS.length() + " bytes");
    }

    private DevPayr devpayr(Client client) {
        return FeignDevPayr.builder(config.build()).client(client).build();
    }

    private static Client client(int status, Response.@Nullable Body body) {
        return (Request request, Request.Options options) -> Response.builder()
                .status(status)
                .request(request)
                .headers(Map.of("Server", List.of("a-server")))
                .body(body)
                .build();
    }

    /** A body that counts how often it is closed. */
    private record CountingBody(String content, AtomicInteger closes) implements Response.Body {
        CountingBody(String content) {
            this(content, new AtomicInteger());
        }

        @Override
        public Integer length() {
            return content.length();
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream asInputStream() {
            return new ByteArrayInputStream(content.getBytes(UTF_8));
        }

        @Override
        public Reader asReader(Charset charset) {
            return new InputStreamReader(asInputStream(), charset);
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }
}
