package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static com.devpayr.vertx.EventLoopTest.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.LicenseDraft;
import com.devpayr.page.PageRequest;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.BufferedReader;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BlockedThreadTest {
    private static final int ATTEMPTS = 4;

    /** On a machine that is busy any thread can lose 50 ms; one that does work of 50 ms loses them every time. */
    @Test
    void anEventLoopIsNeverBlockedNotEvenAtFirstUseOrByALargePage() throws Exception {
        String rows = IntStream.range(1, 20_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"uuid\":\"key-" + i + "\",\"title\":\"" + "x".repeat(300) + "\"}")
                .collect(Collectors.joining(","));
        RawServer server = new RawServer((request, out) -> RawServer.json(
                out,
                request.head().startsWith("GET")
                        ? "{\"data\":{\"data\":[" + rows + "],\"next_cursor\":null}}"
                        : "{\"data\":{\"id\":12,\"uuid\":\"k\"}}"));
        try (server) {
            List<String> lines = linesOf(server.baseUrl());
            for (int attempt = 1; attempt < ATTEMPTS && lines.size() > 1; attempt++) {
                lines = linesOf(server.baseUrl());
            }

            assertThat(lines).containsExactly("done");
        }
    }

    private static List<String> linesOf(String baseUrl) throws Exception {
        Process program = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdProgram.class.getName(),
                        baseUrl)
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = program.inputReader(UTF_8)) {
            return output.lines().toList();
        } finally {
            program.destroyForcibly();
        }
    }

    /** In a JVM of its own, and on an event loop: makes a client, sends a body, reads a page of megabytes. */
    static final class ColdProgram {
        private ColdProgram() {}

        public static void main(String[] arguments) throws Exception {
            warmUpVertxItself(arguments[0]);
            Vertx vertx = Vertx.vertx(new VertxOptions()
                    .setBlockedThreadCheckInterval(5)
                    .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                    .setMaxEventLoopExecuteTime(50)
                    .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                    .setWarningExceptionTime(50)
                    .setWarningExceptionTimeUnit(TimeUnit.MILLISECONDS));
            DevPayrConfig config = DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain("shop.example.com")
                    .baseUrl(arguments[0])
                    .maxAnswerBytes(20_000_000)
                    .build();
            on(vertx.getOrCreateContext(), () -> VertxDevPayr.open(vertx, config)
                    .compose(devpayr -> devpayr.licenses()
                            .create(1, LicenseDraft.builder("Pro").build())
                            .compose(created -> devpayr.licenses().list(1, PageRequest.first()))));
            get(vertx.close());
            System.out.println("done");
        }

        /** What any application on Vert.x has done before: Netty takes its own time to load, and is not ours to load. */
        private static void warmUpVertxItself(String url) throws Exception {
            Vertx vertx = Vertx.vertx();
            HttpClient client = vertx.createHttpClient();
            for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.GET)) {
                get(client.request(new RequestOptions().setMethod(method).setAbsoluteURI(url))
                        .compose(request -> request.send(Buffer.buffer("{}")))
                        .compose(HttpClientResponse::body));
            }
            get(vertx.close());
        }
    }
}
