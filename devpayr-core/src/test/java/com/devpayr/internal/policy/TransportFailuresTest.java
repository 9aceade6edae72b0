package com.devpayr.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.wire.MultipartEnvelope;
import com.devpayr.internal.wire.UnreadableUploadException;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailuresTest {
    private static final DevPayrConfig CONFIG = DevPayrConfig.builder()
            .readTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(30))
            .build();
    private static final CallOptions SHORT =
            CallOptions.builder().timeout(Duration.ofSeconds(2)).build();
    private static final CallOptions LONG =
            CallOptions.builder().timeout(Duration.ofSeconds(9)).build();

    private static Throwable translated(Throwable failure, CallOptions options) {
        return TransportFailures.translate(Operation.LICENSE_GET, failure, options, CONFIG);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Kind.CONNECT, false),
                Arguments.of(new UnknownHostException("api.devpayr.dev"), Kind.CONNECT, false),
                Arguments.of(new NoRouteToHostException("unreachable"), Kind.CONNECT, false),
                Arguments.of(new SocketTimeoutException("read timed out"), Kind.TIMEOUT, true),
                Arguments.of(new InterruptedIOException("timeout"), Kind.TIMEOUT, true),
                Arguments.of(new SocketException("reset"), Kind.CONNECTION_LOST, true),
                Arguments.of(new EOFException(), Kind.CONNECTION_LOST, true),
                Arguments.of(new SSLException("bad record"), Kind.CONNECTION_LOST, true),
                Arguments.of(new IOException("?"), Kind.CONNECTION_LOST, true));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reportsHowFarTheRequestGot(IOException failure, Kind kind, boolean requestMayHaveBeenSent) {
        assertThat(TransportFailures.translate(Operation.LICENSE_CREATE, failure))
                .hasCause(failure)
                .hasMessageContaining(failure.getClass().getSimpleName())
                .isInstanceOfSatisfying(TransportException.class, exception -> {
                    assertThat(exception.kind()).isEqualTo(kind);
                    assertThat(exception.requestMayHaveBeenSent()).isEqualTo(requestMayHaveBeenSent);
                    assertThat(exception.operation()).isEqualTo(Operation.LICENSE_CREATE);
                });
    }

    @Test
    void distinguishesAnInterruptFromATimeout() {
        Thread.currentThread().interrupt();
        try {
            assertThat(TransportFailures.translate(Operation.LICENSE_GET, new InterruptedIOException()))
                    .isInstanceOfSatisfying(TransportException.class, exception -> assertThat(exception.kind())
                            .isEqualTo(Kind.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
        }
    }

    @Test
    void translatesUnknownIoExceptions() {
        Throwable failure = new ConnectException("refused");

        assertThat(translated(failure, CallOptions.none()))
                .hasCause(failure)
                .isInstanceOfSatisfying(TransportException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(Kind.CONNECT));
    }

    @Test
    void aTimeoutOfALibraryIsATimeout() {
        Throwable failure = new TimeoutException("15000 ms");

        assertThat(translated(failure, CallOptions.none()))
                .hasCause(failure)
                .hasMessageContaining("15000 ms")
                .isInstanceOfSatisfying(TransportException.class, exception -> {
                    assertThat(exception.kind()).isEqualTo(Kind.TIMEOUT);
                    assertThat(exception.requestMayHaveBeenSent()).isTrue();
                });
    }

    @Test
    void aFileThatCannotBeReadIsAnInvalidRequest(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("logo.png"), new byte[] {1});
        RawBody body = MultipartEnvelope.around(Map.of(), "file", Upload.of(file));
        Files.delete(file);

        assertThatThrownBy(body::open).isInstanceOfSatisfying(UnreadableUploadException.class, unreadable -> assertThat(
                        TransportFailures.translate(Operation.INJECTABLE_CREATE, unreadable))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file cannot be read (NoSuchFileException)"));
    }

    @Test
    void headerThatTheHttpLibraryCannotParseIsAnInvalidResponse() {
        assertThat(translated(new NumberFormatException("For input string: \"secret\""), CallOptions.none()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("license.get")
                .hasMessageContaining("NumberFormatException")
                .hasMessageNotContaining("secret");
    }

    @Test
    void expiredTimeoutNamesItsSetting() {
        for (Throwable expired : List.of(new TimeoutException(), new InterruptedIOException("timeout"))) {
            assertThat(translated(expired, CallOptions.none()))
                    .hasMessage("Timed out after 30 s waiting for the response to license.get (callTimeout)")
                    .hasCause(expired);
            assertThat(translated(expired, SHORT))
                    .hasMessage("Timed out after 2 s waiting for the response to license.get (timeout)")
                    .hasCause(expired);
        }
    }

    @Test
    void expiredReadTimeoutNamesItsSetting() {
        Throwable expired = new SocketTimeoutException("Read timed out");

        assertThat(translated(expired, CallOptions.none()))
                .hasMessage("Timed out after 5 s waiting for the response to license.get (readTimeout)")
                .hasCause(expired);
        assertThat(translated(expired, LONG)).hasMessageEndingWith("(readTimeout)");
        assertThat(translated(
                        expired,
                        CallOptions.builder().timeout(CONFIG.readTimeout()).build()))
                .hasMessageEndingWith("(timeout)");
        assertThat(translated(expired, SHORT)).hasMessageContaining("after 2 s").hasMessageEndingWith("(timeout)");
    }

    @Test
    void expiredConnectTimeoutNamesNoOtherSetting() {
        assertThat(translated(new SocketTimeoutException("Connect timed out"), SHORT))
                .hasMessage(
                        "Timed out waiting for the response to license.get: SocketTimeoutException: Connect timed out");
    }

    @Test
    void aCallThatOkHttpRejectsWasNotSentAndIsNoTimeout() {
        IOException rejected = new InterruptedIOException("executor rejected");
        rejected.initCause(new RejectedExecutionException());

        assertThat(translated(rejected, SHORT))
                .isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.CONNECT))
                .hasMessageContaining("executor rejected");
    }

    @Test
    void interruptedCallNamesNoSetting() {
        Thread.currentThread().interrupt();
        try {
            assertThat(translated(new InterruptedIOException("interrupted"), SHORT))
                    .hasMessageStartingWith("Interrupted while waiting");
        } finally {
            assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
        }
    }

    @Test
    void keepsOtherFailuresUnchanged() {
        for (Throwable failure : List.of(
                new InvalidRequestException("a", "b"),
                new IllegalStateException("closed"),
                new AssertionError("bug"))) {
            assertThat(translated(failure, CallOptions.none())).isSameAs(failure);
        }
    }
}
