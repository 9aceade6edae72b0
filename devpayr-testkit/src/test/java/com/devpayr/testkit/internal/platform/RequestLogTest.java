package com.devpayr.testkit.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.model.RecordedRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTest {
    private final RequestLog log = new RequestLog();

    @Test
    void returnsTheLatestRequestsOldestFirst() {
        IntStream.rangeClosed(1, 5).forEach(this::add);

        RequestLogTail tail = log.after(2);

        assertThat(paths(tail)).containsExactly("3", "4", "5");
        assertThat(tail.end()).isEqualTo(5);
        assertThat(tail.dropped()).isZero();
        assertThat(log.after(5).requests()).isEmpty();
    }

    @Test
    void returnsEverythingAfterANumberThatHasNotBeenReached() {
        add(1);

        assertThat(paths(log.after(7))).as("numbers of an earlier start").containsExactly("1");
    }

    @Test
    void returnsAtMost200Requests() {
        IntStream.rangeClosed(1, 201).forEach(this::add);

        assertThat(paths(log.after(0))).hasSize(200).startsWith("2").endsWith("201");
    }

    @Test
    void aLimitRemovesTheOldestRequests() {
        IntStream.rangeClosed(1, 3).forEach(this::add);

        log.limit(2);
        assertThat(log.all()).extracting(RecordedRequest::target).containsExactly("2", "3");
        add(4);
        assertThat(log.all()).extracting(RecordedRequest::target).containsExactly("3", "4");
        assertThat(log.after(0).dropped()).isEqualTo(2);
    }

    @Test
    void masksSecretHeaders() {
        Map<String, String> headers = Stream.of("X-API-KEY", "X-LICENSE-KEY", "authorization", "Cookie")
                .collect(Collectors.toMap(name -> name, name -> "s3cr3t"));

        assertThat(record("GET", null, headers, Map.of()).headers())
                .hasSize(4)
                .allSatisfy((name, value) -> assertThat(value).isEqualTo("****"));
    }

    @ParameterizedTest
    @CsvSource({
        "license=s3cr3t&a=1, license=****&a=1",
        "%6Cicense=s3cr3t, %6Cicense=****",
        "license[]=s3cr3t, license[]=****",
        "%zz=1, %zz=1",
        "license[%zz]=s3cr3t, license[%zz]=****",
        "=1&a, =1&a",
    })
    void masksSecretsOfTheQuery(String query, String shown) {
        assertThat(record("GET", query, Map.of(), Map.of()).target()).isEqualTo("path?" + shown);
    }

    @Test
    void masksAndShortensFields() {
        String limit = "x".repeat(1000);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("secret", "s3cr3t");
        fields.put("[secret]", "a field without a name is no secret");
        fields.put("file", new byte[3]);
        fields.put("content", "12345");
        fields.put("title", limit);
        fields.put("slug", limit + "x");
        fields.put("short", List.of(1, 2));
        fields.put("limit", List.of("x".repeat(996))); // 1000 characters with brackets and quotes
        fields.put("list", List.of(limit));
        fields.put("map", Map.of("name", limit));
        fields.put("null", null);

        Map<String, @Nullable Object> shown =
                record("POST", null, Map.of(), fields).fields();

        assertThat(shown)
                .containsEntry("secret", "****")
                .containsEntry("[secret]", "a field without a name is no secret")
                .containsEntry("file", "3 bytes")
                .containsEntry("content", "5 characters")
                .containsEntry("title", limit)
                .containsEntry("slug", limit + "… (1001 characters)")
                .containsEntry("short", List.of(1, 2))
                .containsEntry("limit", List.of("x".repeat(996)))
                .containsEntry("null", null);
        assertThat(shown.get("list")).asString().startsWith("[\"xxx").endsWith("… (1004 characters)");
        assertThat(shown.get("map")).asString().startsWith("{\"name\":\"xxx").endsWith("… (1011 characters)");
    }

    private void add(int number) {
        log.add(Instant.EPOCH, null, PlatformRequest.withoutBody("GET", "" + number, null), 200, false);
    }

    private RecordedRequest record(
            String method, @Nullable String query, Map<String, String> headers, Map<String, @Nullable Object> input) {
        log.add(
                Instant.EPOCH,
                null,
                new PlatformRequest(method, "path", query, Map.of(), headers, input, "127.0.0.1"),
                200,
                false);
        return log.all().get(0);
    }

    private static List<String> paths(RequestLogTail tail) {
        return tail.requests().stream().map(RecordedRequest::target).toList();
    }
}
