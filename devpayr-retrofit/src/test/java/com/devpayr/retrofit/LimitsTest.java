package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests timeouts and size limits with slow and endless responses. */
@Timeout(30)
class LimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final CountDownLatch never = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void callTimeoutEndsAMissingResponse(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, Faults.noResponse());
    }

    @ParameterizedTest
    @EnumSource
    void callTimeoutEndsASlowBody(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, Faults.slowBody());
    }

    @ParameterizedTest
    @EnumSource
    void callTimeoutEndsSlowHeaders(Style style) throws Exception {
        assertFails(style, Kind.TIMEOUT, exchange -> {
            exchange.write("HTTP/1.1 200 OK\r\n");
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                exchange.write("X: y\r\n");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void endlessHeadersFailTheCall(Style style) throws Exception {
        try (FaultServer server = FaultServer.start(exchange -> {
                    exchange.write("HTTP/1.1 200 OK\r\n");
                    while (true) {
                        exchange.write("X: y\r\n".repeat(1000));
                    }
                });
                DevPayr devpayr = open(style, Server.config(server).callTimeout(LONG))) {
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.projects().get(7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void limitAppliesToTheDecompressedResponse(Style style) throws Exception {
        try (FaultServer server = FaultServer.start(Faults.gzipBomb(200));
                DevPayr devpayr = open(style, Server.config(server))) {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> devpayr.projects().get(7))
                    .withMessageContaining("limit");
        }
    }

    private void assertFails(Style style, Kind kind, Fault fault) {
        try (FaultServer server = FaultServer.start(fault);
                DevPayr devpayr = open(style, Server.config(server).callTimeout(SHORT))) {
            assertFails(devpayr, kind);
        } finally {
            never.countDown();
        }
    }

    private static void assertFails(DevPayr devpayr, Kind kind) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.projects().get(7))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static DevPayr open(Style style, DevPayrConfig.Builder config) {
        return style.open(RetrofitDevPayr.builder(config.readTimeout(LONG).build()));
    }
}
