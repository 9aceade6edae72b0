package com.devpayr.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.error.ApiException;
import com.devpayr.error.BadRequestException;
import com.devpayr.error.ConflictException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.UnauthorizedException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPolicyTest {
    private static final DevPayrConfig CONFIG = DevPayrConfig.builder()
            .apiKey("s3cr3t-api")
            .licenseKey("s3cr3t-license")
            .secret("s3cr3t-injectables")
            .domain("d")
            .build();
    private static final ErrorPolicy POLICY =
            new ErrorPolicy(CONFIG, Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(400, BadRequestException.class),
                Arguments.of(401, UnauthorizedException.class),
                Arguments.of(402, ApiException.class),
                Arguments.of(403, ForbiddenException.class),
                Arguments.of(404, NotFoundException.class),
                Arguments.of(405, ApiException.class),
                Arguments.of(409, ConflictException.class),
                Arguments.of(418, ApiException.class),
                Arguments.of(422, ValidationException.class),
                Arguments.of(429, RateLimitedException.class),
                Arguments.of(499, ApiException.class),
                Arguments.of(500, ServerException.class),
                Arguments.of(502, ServerException.class),
                Arguments.of(503, ServerException.class),
                Arguments.of(599, ServerException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusDeterminesTheExceptionType(int status, Class<?> type) {
        for (ErrorBody body : List.of(
                ErrorBody.EMPTY, new ErrorBody("Invalid or expired API key.", Map.of("title", List.of("taken"))))) {
            DevPayrException failure =
                    POLICY.failure(Operation.LICENSE_GET, CallOptions.none(), status, Map.of(), body);

            assertThat(failure).isExactlyInstanceOf(type);
            assertThat(((ApiException) failure).status()).isEqualTo(status);
            assertThat(((ApiException) failure).operation()).isEqualTo(Operation.LICENSE_GET);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 301, 302, 304, 307, 308})
    void otherStatusesAreProtocolErrors(int status) {
        assertThat(POLICY.failure(Operation.LICENSE_GET, CallOptions.none(), status, Map.of(), ErrorBody.EMPTY))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("status " + status)
                .hasMessageContaining("redirects are not followed");
    }

    @Test
    void messageContainsServerMessageFieldsAndRetryAfterInOrder() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("title", List.of("The title has already been taken.", "Too long."));
        fields.put("domain_id", List.of("No such domain."));
        ApiException failure = (ApiException) POLICY.failure(
                Operation.LICENSE_CREATE,
                CallOptions.none(),
                422,
                Map.of("retry-after", List.of("30", "60")),
                new ErrorBody("Validation failed", fields));

        assertThat(failure)
                .hasMessage(
                        "license.create failed with HTTP status 422: Validation failed; title: The title has already"
                                + " been taken. Too long.; domain_id: No such domain.; retry after 30 s");
        assertThat(failure.serverMessage()).isEqualTo("Validation failed");
        assertThat(failure.fieldErrors()).isEqualTo(fields).isUnmodifiable();
        assertThat(failure.fieldErrors().keySet()).containsExactly("title", "domain_id");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void omitsMissingDetails() {
        ApiException failure = (ApiException)
                POLICY.failure(Operation.LICENSE_GET, CallOptions.none(), 500, Map.of(), ErrorBody.EMPTY);

        assertThat(failure).hasMessage("license.get failed with HTTP status 500");
        assertThat(failure.serverMessage()).isNull();
        assertThat(failure.fieldErrors()).isEmpty();
        assertThat(failure.retryAfter()).isNull();
    }

    @Test
    void masksSecretsInServerMessages() {
        ApiException failure = (ApiException) POLICY.failure(
                Operation.LICENSE_GET,
                CallOptions.none(),
                403,
                Map.of(),
                new ErrorBody(
                        "Key s3cr3t-api is not s3cr3t-license",
                        Map.of("field s3cr3t-api", List.of("not s3cr3t-injectables"))));

        assertThat(failure).hasMessageNotContaining("s3cr3t");
        assertThat(failure.serverMessage()).isEqualTo("Key **** is not ****");
        assertThat(failure.fieldErrors()).isEqualTo(Map.of("field ****", List.of("not ****")));
    }

    @Test
    void masksSecretsOfTheCallsOptions() {
        CallOptions options = CallOptions.builder()
                .apiKey("another-api-key")
                .licenseKey("another-license-key")
                .header("X-Gateway", "gateway-token")
                .build();
        ApiException failure = (ApiException) POLICY.failure(
                Operation.LICENSE_GET,
                options,
                403,
                Map.of(),
                new ErrorBody(
                        "another-api-key, another-license-key and gateway-token",
                        Map.of("field", List.of("s3cr3t-api or another-api-key"))));

        assertThat(failure.serverMessage()).isEqualTo("****, **** and ****");
        assertThat(failure.fieldErrors()).isEqualTo(Map.of("field", List.of("**** or ****")));
    }

    @Test
    void truncatesALongMessageAfterMaskingSecrets() {
        ApiException failure = (ApiException) POLICY.failure(
                Operation.LICENSE_GET,
                CallOptions.none(),
                500,
                Map.of(),
                new ErrorBody("x".repeat(995) + "s3cr3t-api" + "y".repeat(10_000), Map.of()));

        assertThat(failure.serverMessage()).isEqualTo("x".repeat(995) + "****y…");
    }

    @Test
    void errorIsUnchangedWhenACredentialCanNoLongerBeRead() {
        DevPayrConfig broken = DevPayrConfig.builder()
                .environment(SystemEnvironment.of(Map.of(), Map.of()))
                .apiKey(() -> ApiKey.of(""))
                .build();

        assertThat(new ErrorPolicy(broken, Clock.systemUTC())
                        .failure(
                                Operation.LICENSE_GET,
                                CallOptions.none(),
                                403,
                                Map.of(),
                                new ErrorBody("No", Map.of())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void doesNotTruncateAMessageOfOneThousandCharacters() {
        ApiException failure = (ApiException) POLICY.failure(
                Operation.LICENSE_GET, CallOptions.none(), 404, Map.of(), new ErrorBody("x".repeat(1000), Map.of()));

        assertThat(failure.serverMessage()).isEqualTo("x".repeat(1000));
    }

    private static Map<String, List<String>> headersOf(CallOptions options, Map<String, List<String>> received) {
        return ((ApiException) POLICY.failure(Operation.LICENSE_GET, options, 500, received, ErrorBody.EMPTY))
                .headers();
    }

    @Test
    void keepsTheHeadersOfTheResponse() {
        Map<String, List<String>> received = Map.of("Server", List.of("nginx"), "Via", List.of("a", "b"));

        assertThat(headersOf(CallOptions.none(), received)).isEqualTo(received).containsKey("server");
    }

    @Test
    void masksSecretsInHeadersOfTheResponse() {
        CallOptions options = CallOptions.builder().apiKey("another-api-key").build();

        assertThat(headersOf(
                        options,
                        Map.of(
                                "X-Echo",
                                List.of("key s3cr3t-api", "another-api-key", "c"),
                                "Server",
                                List.of("nginx"))))
                .isEqualTo(Map.of("X-Echo", List.of("key ****", "****", "c"), "Server", List.of("nginx")));
    }
}
