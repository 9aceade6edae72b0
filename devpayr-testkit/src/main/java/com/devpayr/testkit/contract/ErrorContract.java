package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ApiException;
import com.devpayr.error.BadRequestException;
import com.devpayr.error.ConflictException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.error.UnauthorizedException;
import com.devpayr.error.ValidationException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of error responses. */
public interface ErrorContract extends ContractFixture {
    /** The exception class by status. A status without a specific class is an {@link ApiException}. */
    Map<Integer, Class<? extends ApiException>> BY_STATUS = Map.ofEntries(
            Map.entry(400, BadRequestException.class),
            Map.entry(401, UnauthorizedException.class),
            Map.entry(403, ForbiddenException.class),
            Map.entry(404, NotFoundException.class),
            Map.entry(405, ApiException.class),
            Map.entry(408, ApiException.class),
            Map.entry(409, ConflictException.class),
            Map.entry(413, ApiException.class),
            Map.entry(418, ApiException.class),
            Map.entry(422, ValidationException.class),
            Map.entry(429, RateLimitedException.class),
            Map.entry(500, ServerException.class),
            Map.entry(502, ServerException.class),
            Map.entry(503, ServerException.class),
            Map.entry(504, ServerException.class));

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 429, 500, 502, 503, 504})
    default void mapsEachStatusToAnException(int status) {
        DevPayr backend = backend();
        StubResponse no = StubResponse.of(status)
                .body("{\"status\":\"error\",\"message\":\"No.\",\"data\":null,\"errors\":null}");

        ApiException exception = exceptionOf(backend, no);

        assertThat(exception).isExactlyInstanceOf(BY_STATUS.get(status));
        assertThat(exception.status()).isEqualTo(status);
        assertThat(exception.operation()).isEqualTo(Operation.LICENSE_GET);
        assertThat(exception.serverMessage()).isEqualTo("No.");
        assertThat(exception).hasMessageContaining("No.").hasMessageContaining("license.get");
        assertThat(fake().requests()).hasSizeBetween(1, attemptsOf(Operation.LICENSE_GET));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 503})
    default void rejectedCreateHasAKnownOutcome(int status) {
        DevPayr backend = backend();
        fake().stubNext(
                        Operation.LICENSE_CREATE,
                        StubResponse.of(status)
                                .header("Retry-After", "1000000")
                                .times(attemptsOf(Operation.LICENSE_CREATE)));

        assertThatThrownBy(() ->
                        backend.licenses().create(1, LicenseDraft.builder("Pro").build()))
                .isExactlyInstanceOf(BY_STATUS.get(status));
    }

    /**
     * Proxies send these statuses after a timeout. DevPayr may still process the request, so a retry could create a
     * duplicate.
     */
    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    default void serverErrorDuringACreateIsAnUnknownOutcomeAndNotRetried(int status) {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.of(status));

        assertThatThrownBy(() ->
                        backend.licenses().create(1, LicenseDraft.builder("Pro").build()))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCauseExactlyInstanceOf(BY_STATUS.get(status));
        assertThat(fake().requests()).hasSize(1);
    }

    @Test
    default void fieldErrorsKeepTheirOrder() {
        ApiException exception = exceptionOf(
                backend(),
                StubResponse.of(422)
                        .body("{\"message\":\"Bad.\",\"errors\":{\"z\":[\"One.\",\"Two.\"],\"a\":[\"Three.\"]}}"));

        assertThat(exception.fieldErrors())
                .containsExactly(Map.entry("z", List.of("One.", "Two.")), Map.entry("a", List.of("Three.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><body>Bad gateway</body></html>", "[]", "null", "\"no\"", "{", "{\"message\":[7]}"})
    default void malformedErrorBodyKeepsTheStatus(String body) {
        ApiException exception = exceptionOf(backend(), StubResponse.of(502).body(body));

        assertThat(exception).isInstanceOf(ServerException.class);
        assertThat(exception.serverMessage()).isNull();
        assertThat(exception.getMessage()).doesNotContain("html");
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "soon, ", "-1, ", "99999999999999999999, 999999999"})
    default void reportsRetryAfter(String header, String seconds) {
        ApiException exception = exceptionOf(backend(), StubResponse.of(429).header("Retry-After", header));

        Duration expected = seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
        assertThat(exception.retryAfter()).isEqualTo(expected);
    }

    /** Credentials are sent only to the configured base URL. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    default void doesNotFollowRedirects(int status) {
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_GET, StubResponse.of(status).header("Location", "/api/v1/projects"));

        assertThatThrownBy(() -> backend.licenses().get(1, 1)).isInstanceOf(ProtocolException.class);
        assertThat(fake().requests()).hasSize(1);
    }

    private ApiException exceptionOf(DevPayr devpayr, StubResponse response) {
        fake().stubNext(Operation.LICENSE_GET, response.times(attemptsOf(Operation.LICENSE_GET)));
        return catchThrowableOfType(ApiException.class, () -> devpayr.licenses().get(1, 1));
    }
}
