package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import java.util.Arrays;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** OkHttp repeats requests by itself unless told not to; what reaches the server is counted there. */
class HiddenRetryTest {
    private final OkHttpClient callers = new OkHttpClient();

    @AfterEach
    void closeTheCallersClient() {
        callers.dispatcher().executorService().shutdown();
        callers.connectionPool().evictAll();
    }

    static Stream<Arguments> everyOperationInBothStyles() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Style.values()).map(style -> Arguments.of(operation, style)));
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void aFreshConnectionThatBreaksAfterTheRequestIsNotTriedAgain(Operation operation, Style style) throws Exception {
        try (RawServer server = RawServer.start(RawServer.hangUp());
                DevPayr devpayr =
                        style.open(RetrofitDevPayr.builder(server.config().build()))) {
            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void aReusedConnectionThatBreaksAfterTheRequestIsNotTriedAgain(Operation operation, Style style) throws Exception {
        try (RawServer server = RawServer.start(secondHangsUp());
                DevPayr devpayr =
                        style.open(RetrofitDevPayr.builder(server.config().build()))) {
            devpayr.projects().get(7);

            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void aClientOfTheCallersWithRetriesOnSendsOnceToo(Operation operation, Style style) throws Exception {
        try (RawServer server = RawServer.start(secondHangsUp());
                DevPayr devpayr = style.open(
                        RetrofitDevPayr.builder(server.config().build()).client(callers))) {
            devpayr.projects().get(7);

            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "408 Request Timeout,      Retry-After: 0",
        "503 Service Unavailable,  Retry-After: 0",
        "307 Temporary Redirect,   Location: /api/v1/elsewhere",
        "308 Permanent Redirect,   Location: /api/v1/elsewhere",
        "302 Found,                Location: /api/v1/elsewhere",
        "401 Unauthorized,         WWW-Authenticate: Basic",
        "421 Misdirected Request,  X-None: 0"
    })
    void noStatusIsARequestToAskAgain(String status, String header) throws Exception {
        for (Style style : Style.values()) {
            try (RawServer server = RawServer.start(RawServer.respond(status, header + "\r\n", "{}"));
                    DevPayr devpayr =
                            style.open(RetrofitDevPayr.builder(server.config().build()))) {
                assertThatExceptionOfType(DevPayrException.class)
                        .isThrownBy(() -> devpayr.projects().get(7));

                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    private static RawServer.Answer secondHangsUp() {
        return (request, connection) -> {
            RawServer.Answer answer = request.number() == 1 ? RawServer.project() : RawServer.hangUp();
            answer.to(request, connection);
        };
    }

    private static void assertLost(Operation operation, DevPayr devpayr) {
        Class<? extends Exception> type =
                operation.repeat().isSafe() ? TransportException.class : OutcomeUnknownException.class;
        assertThatExceptionOfType(type).isThrownBy(() -> SampleCalls.call(operation, devpayr));
    }
}
