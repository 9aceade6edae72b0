package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.CallFixture.blocking;
import static com.devpayr.jackson.internal.FakeHttpTransport.Response.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.operation.Credential;
import com.devpayr.spi.RawRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of endpoints that the library does not know. */
class RawRequestTest {
    private final FakeHttpTransport transport = FakeHttpTransport.returning(ok("{\"data\":{\"seats\":5}}"));

    private RawRequest send(String method, @Nullable Object body) {
        blocking(transport).raw(method, "project/7/seats", Credential.API_KEY, body);
        return transport.request();
    }

    @Test
    void withoutABodyHasNoContentType() {
        RawRequest request = send("GET", null);

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.uri()).hasToString("https://api.example.com/v1/project/7/seats");
        assertThat(request.body()).isNull();
        assertThat(request.headers()).containsEntry("X-API-KEY", "an-api-key").doesNotContainKey("Content-Type");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"seats\": \"fünf\"}", "{\"seats\": \"fünf\"}"),
                Arguments.of(Map.of("seats", 5), "{\"seats\":5}"),
                Arguments.of(List.of(1, true), "[1,true]"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void sendsTextAsItIsAndMapsAndListsAsJson(Object body, String json) {
        RawRequest request = send("POST", body);

        assertThat(request.headers()).containsEntry("Content-Type", "application/json");
        assertThat(request.body()).isNotNull().satisfies(sent -> assertThat(new String(sent.toByteArray(), UTF_8))
                .isEqualTo(json));
    }

    @Test
    void doesNotSendWhatCannotBeWrittenAsJson() {
        Map<String, Object> endless = new HashMap<>();
        endless.put("again", endless);

        assertThatThrownBy(() -> send("POST", endless))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot be written as JSON");
        assertThat(transport.requests).isEmpty();
    }
}
