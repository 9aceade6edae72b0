package com.devpayr.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailuresTest {
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
    void inDoubtARequestMayHaveArrived(IOException failure, Kind kind, boolean requestMayHaveBeenSent) {
        TransportException exception = TransportFailures.translate(Operation.LICENSE_CREATE, failure);

        assertThat(exception.kind()).isEqualTo(kind);
        assertThat(exception.requestMayHaveBeenSent()).isEqualTo(requestMayHaveBeenSent);
        assertThat(exception.operation()).isEqualTo(Operation.LICENSE_CREATE);
        assertThat(exception)
                .hasCause(failure)
                .hasMessageContaining(failure.getClass().getSimpleName());
    }

    @Test
    void anInterruptIsToldFromATimeout() {
        Thread.currentThread().interrupt();
        try {
            assertThat(TransportFailures.translate(Operation.LICENSE_GET, new InterruptedIOException())
                            .kind())
                    .isEqualTo(Kind.INTERRUPTED);
        } finally {
            assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
        }
    }
}
