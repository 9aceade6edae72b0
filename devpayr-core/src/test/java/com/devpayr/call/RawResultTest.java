package com.devpayr.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of the response to a raw request. */
class RawResultTest {
    private static RawResult result(String body) {
        return RawResult.of(
                201,
                Map.of("X-Request-Id", List.of("a", "b")),
                body.getBytes(UTF_8),
                bytes -> "parsed " + new String(bytes, UTF_8));
    }

    @Test
    void hasTheStatusAndTheBodyOfTheResponse() {
        RawResult result = result("{\"title\":\"Löwe\"}");

        assertThat(result.status()).isEqualTo(201);
        assertThat(result.body()).isEqualTo("{\"title\":\"Löwe\"}");
        assertThat(result.bytes()).isEqualTo("{\"title\":\"Löwe\"}".getBytes(UTF_8));
        assertThat(result.json()).isEqualTo("parsed {\"title\":\"Löwe\"}");
    }

    @Test
    void hasHeadersWithNamesInAnyCase() {
        assertThat(result("").headers())
                .isEqualTo(Map.of("X-Request-Id", List.of("a", "b")))
                .containsKey("x-request-id")
                .isUnmodifiable();
    }

    @Test
    void copiesTheHeaders() {
        List<String> values = new ArrayList<>(List.of("a"));
        RawResult result = RawResult.of(200, Map.of("X-Trace", values), new byte[0], body -> "not parsed");
        values.add("b");

        assertThat(result.headers()).isEqualTo(Map.of("X-Trace", List.of("a")));
    }

    @Test
    void anEmptyBodyIsNotParsed() {
        RawResult empty = result("");

        assertThat(empty.body()).isEmpty();
        assertThat(empty.bytes()).isEmpty();
        assertThat(empty.json()).isNull();
    }

    @Test
    void changingTheBytesDoesNotChangeTheResult() {
        RawResult result = result("a");
        result.bytes()[0] = 'b';

        assertThat(result.body()).isEqualTo("a");
    }

    @Test
    void textContainsTheSizeOfTheBodyOnly() {
        assertThat(result("s3cr3t")).hasToString("RawResult[201, 6 bytes]");
    }
}
