package com.devpayr.jackson.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyParserTest {
    private static ApiException rejection(int status, String body) {
        return (ApiException) Responses.failure(Operation.LICENSE_CREATE, status, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"error\",\"message\":\"Invalid or expired API key.\",\"data\":null,\"errors\":null}",
                "{\"message\":\"Invalid or expired API key.\"}",
                "{\"message\":\"Invalid or expired API key.\",\"errors\":[]}",
                "{\"message\":\"Invalid or expired API key.\",\"errors\":{}}",
                "{\"message\":\"Invalid or expired API key.\",\"errors\":\"text\"}",
                "{\"trace\":[{\"file\":\"x\"}],\"message\":\"Invalid or expired API key.\"}"
            })
    void readsTheMessageFromEveryForm(String body) {
        assertThat(rejection(403, body))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("license.create failed with HTTP status 403: Invalid or expired API key.");
    }

    @Test
    void readsLaravelsFieldErrors() {
        ApiException rejection = rejection(422, """
                {"message":"The title has already been taken. (and 1 more error)",
                 "errors":{"title":["The title has already been taken.","Too long."],"domain_id":["No such domain."]}}""");

        assertThat(rejection).isInstanceOf(ValidationException.class);
        assertThat(rejection.fieldErrors())
                .isEqualTo(Map.of(
                        "title",
                        List.of("The title has already been taken.", "Too long."),
                        "domain_id",
                        List.of("No such domain.")));
        assertThat(rejection.fieldErrors().keySet()).containsExactly("title", "domain_id");
    }

    @Test
    void readsNestedFieldErrorsAndSkipsOtherValues() {
        assertThat(rejection(
                                422,
                                "{\"errors\":{\"a\":\"one\",\"b\":[\"two\",[\"three\"],4,null],\"c\":{\"d\":1},\"e\":null}}")
                        .fieldErrors())
                .isEqualTo(Map.of("a", List.of("one"), "b", List.of("two", "three"), "c", List.of(), "e", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>502 s3cr3t-proxy</body></html>",
                "null",
                "[]",
                "[{\"message\":\"x\"}]",
                "\"Forbidden\"",
                "42",
                "{}",
                "{\"message\":null}",
                "{\"message\":{\"text\":\"x\"}}",
                "{\"message\":[\"x\"]}",
                "{\"message\":\"cut o",
                "\u0000\u0001"
            })
    void anyOtherBodyLeavesOnlyTheStatus(String body) {
        ApiException rejection = rejection(403, body);

        assertThat(rejection)
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("license.create failed with HTTP status 403");
        assertThat(rejection.serverMessage()).isNull();
        assertThat(rejection.fieldErrors()).isEmpty();
    }

    @Test
    void masksASecretThatTheBodyRepeats() {
        assertThat(rejection(403, "{\"message\":\"key s3cr3t-api\",\"errors\":{\"s3cr3t-license\":[\"s3cr3t-api\"]}}"))
                .hasMessage("license.create failed with HTTP status 403: key ****; ****: ****");
    }

    @Test
    void readsTheRetryAfterHeader() {
        ResponseReader reader =
                new ResponseReader(DevPayrConfig.builder().domain("d").build());

        assertThatThrownBy(() -> reader.read(
                        Operation.PROJECT_GET,
                        CallOptions.none(),
                        Responses.response(
                                429,
                                Map.of("Retry-After", "120"),
                                new ByteArrayInputStream("{\"message\":\"Too Many Attempts.\"}".getBytes(UTF_8)))))
                .isInstanceOfSatisfying(RateLimitedException.class, limited -> assertThat(limited.retryAfter())
                        .isEqualTo(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({"199", "300", "301", "302", "399"})
    void aStatusThatIsNeitherSuccessNorErrorIsAProtocolError(int status) {
        assertThat(Responses.failure(
                        Operation.PROJECT_GET, status, "{\"data\":{\"id\":1,\"name\":\"A\",\"slug\":\"a\"}}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 299})
    void everyStatusFrom200To299IsASuccess(int status) {
        assertThat(Responses.read(
                        Operation.PROJECT_GET,
                        status,
                        new ByteArrayInputStream(
                                "{\"data\":{\"id\":1,\"name\":\"A\",\"slug\":\"a\"}}".getBytes(UTF_8))))
                .isInstanceOf(Project.class);
    }
}
