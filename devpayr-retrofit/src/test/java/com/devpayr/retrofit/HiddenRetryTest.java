package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that OkHttp does not repeat requests, by counting them at the server. */
class HiddenRetryTest {
    private final OkHttpClient customClient = new OkHttpClient();

    @AfterEach
    void closeCustomClient() {
        customClient.dispatcher().executorService().shutdown();
        customClient.connectionPool().evictAll();
    }

    static Stream<Arguments> everyOperationInBothStyles() {
        return Arrays.stream(Operation.values())
                .filter(operation -> !operation.isRaw())
                .flatMap(operation -> Arrays.stream(Style.values()).map(style -> Arguments.of(operation, style)));
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void doesNotRetryWhenANewConnectionBreaks(Operation operation, Style style) throws Exception {
        try (FaultServer server = FaultServer.start(Faults.disconnect());
                DevPayr devpayr =
                        style.open(RetrofitDevPayr.builder(Server.config(server).build()))) {
            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void doesNotRetryWhenAReusedConnectionBreaks(Operation operation, Style style) throws Exception {
        try (FaultServer server = FaultServer.start(disconnectOnSecondRequest());
                DevPayr devpayr =
                        style.open(RetrofitDevPayr.builder(Server.config(server).build()))) {
            devpayr.projects().get(7);

            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyOperationInBothStyles")
    void customClientWithRetriesEnabledSendsOneRequest(Operation operation, Style style) throws Exception {
        try (FaultServer server = FaultServer.start(disconnectOnSecondRequest());
                DevPayr devpayr = style.open(
                        RetrofitDevPayr.builder(Server.config(server).build()).client(customClient))) {
            devpayr.projects().get(7);

            assertLost(operation, devpayr);

            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "408, Retry-After: 0",
        "503, Retry-After: 0",
        "307, Location: /api/v1/elsewhere",
        "308, Location: /api/v1/elsewhere",
        "302, Location: /api/v1/elsewhere",
        "401, WWW-Authenticate: Basic",
        "421, X-None: 0"
    })
    void doesNotRepeatTheRequestForAnyStatus(int status, String header) throws Exception {
        for (Style style : Style.values()) {
            try (FaultServer server = FaultServer.start(Faults.response(status, header + "\r\n", "{}"));
                    DevPayr devpayr = style.open(
                            RetrofitDevPayr.builder(Server.config(server).build()))) {
                assertThatExceptionOfType(DevPayrException.class)
                        .isThrownBy(() -> devpayr.projects().get(7));

                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    private static Fault disconnectOnSecondRequest() {
        AtomicInteger requests = new AtomicInteger();
        return exchange -> (requests.incrementAndGet() == 1 ? Server.project() : Faults.disconnect()).act(exchange);
    }

    private static void assertLost(Operation operation, DevPayr devpayr) {
        Class<? extends Exception> type =
                operation.retrySafety().isSafe() ? TransportException.class : OutcomeUnknownException.class;
        assertThatExceptionOfType(type).isThrownBy(() -> SampleCalls.call(operation, devpayr));
    }
}
