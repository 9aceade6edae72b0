package com.devpayr.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectFailureTest {
    private static final ProxySettings PROXY = ProxySettings.builder("proxy.example.com", 3128)
            .credentials("shop", "the-password")
            .build();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(null, new ConnectException("refused"), "check the base URL and the network"),
                Arguments.of(
                        PROXY,
                        new ConnectException("refused"),
                        "the proxy proxy.example.com:3128 could not be reached"),
                Arguments.of(PROXY, new UnknownHostException("proxy"), "could not be reached"),
                Arguments.of(PROXY, new NoRouteToHostException("unreachable"), "could not be reached"),
                Arguments.of(PROXY, new SocketTimeoutException("Connect timed out"), "could not be reached"),
                Arguments.of(PROXY, new SocketTimeoutException("Read timed out"), "did not open a connection"),
                Arguments.of(PROXY, new IOException("CONNECT: 502"), "did not open a connection"),
                Arguments.of(PROXY, notTrusted(), "is not trusted or has expired"),
                Arguments.of(null, notTrusted(), "is not trusted or has expired"),
                Arguments.of(null, caused(new CertificateExpiredException()), "is not trusted or has expired"),
                Arguments.of(null, new SSLPeerUnverifiedException("Hostname a not verified"), "is for another host"),
                Arguments.of(null, caused(new CertificateException("No name matching a found")), "is for another host"),
                Arguments.of(
                        null,
                        caused(new CertificateException("No subject alternative names matching IP")),
                        "is for another host"),
                Arguments.of(null, new SSLException("Unsupported or unrecognized SSL message"), "handshake failed"),
                Arguments.of(
                        null, new SocketException("Broken pipe"), "closed the connection during the TLS handshake"),
                Arguments.of(
                        null,
                        new SSLHandshakeException("Remote host terminated the handshake"),
                        "closed the connection during the TLS handshake"),
                Arguments.of(PROXY, new SocketException("Connection reset"), "did not open a connection"),
                Arguments.of(null, alert("certificate_required"), "rejected the client certificate, or requires one"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatToCheck(@Nullable ProxySettings proxy, IOException failure, String expected) {
        DevPayrException exception =
                TransportFailures.translate(Operation.LICENSE_CREATE, ConnectFailure.of(proxy, failure));

        assertThat(exception)
                .hasMessageStartingWith("Could not connect to DevPayr for license.create; ")
                .hasMessageContaining(expected)
                .hasMessageContaining(failure.getClass().getSimpleName())
                .hasCause(failure)
                .isInstanceOfSatisfying(TransportException.class, transport -> {
                    assertThat(transport.kind()).isEqualTo(Kind.CONNECT);
                    assertThat(transport.requestMayHaveBeenSent()).isFalse();
                });
    }

    @Test
    void authenticationRequiredByTheProxyNamesTheMissingOrRejectedCredentials() {
        assertThat(translated(ConnectFailure.proxyAuthentication(ProxySettings.of("proxy", 1), null)))
                .hasMessageContaining("the proxy proxy:1 requires authentication (407); set user name and password")
                .hasNoCause();
        assertThat(translated(ConnectFailure.proxyAuthentication(PROXY, new IOException("status: 407"))))
                .hasMessageContaining("rejected user name and password (407)")
                .hasMessageContaining("status: 407")
                .hasMessageNotContaining("the-password");
    }

    /** All connections may be in use, which is not a fault of the proxy. */
    @Test
    void timeoutWithoutAConnectionNamesBothCauses() {
        ConnectException expired = new ConnectException("no connection within the callTimeout of 300 ms");

        assertThat(translated(ConnectFailure.notInTime(PROXY, expired)))
                .hasMessageContaining("check that the proxy proxy.example.com:3128 permits the host of the base URL, or"
                        + " raise maxConnections if all connections are in use")
                .hasMessageContaining("no connection within the callTimeout of 300 ms");
        assertThat(translated(ConnectFailure.notInTime(null, expired)))
                .hasMessageContaining("check the base URL and the network, or raise maxConnections");
    }

    @Test
    void failureIsDescribedOnce() {
        ConnectFailure known = ConnectFailure.notTunnelled(PROXY, new IOException("closed"));

        assertThat(ConnectFailure.of(null, known)).isSameAs(known);
    }

    /** The server may have received the request before it rejects the client certificate, but has not processed it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad_certificate",
                "certificate_required",
                "certificate_unknown",
                "unknown_ca",
                "handshake_failure",
                "access_denied"
            })
    void rejectedClientCertificateMeansNotProcessed(String alert) {
        assertThat(ConnectFailure.isHandshake(new IOException(alert(alert)))).isTrue();
        assertThat(translated(alert(alert)))
                .isInstanceOfSatisfying(TransportException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(Kind.CONNECT));
    }

    /** OkHttp reads the alert after it could not send the request. */
    @Test
    void rejectedClientCertificateIsFoundInASuppressedException() {
        IOException failure = new SocketException("Broken pipe");
        failure.addSuppressed(alert("bad_certificate"));

        assertThat(translated(failure))
                .hasMessageContaining("rejected the client certificate")
                .isInstanceOfSatisfying(TransportException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(Kind.CONNECT));
    }

    @Test
    void otherFailuresOfTlsMayHaveBeenProcessed() {
        for (IOException failure : new IOException[] {
            new SSLException("bad record"),
            alert("internal_error"),
            alert("close_notify"),
            new SSLHandshakeException("Remote host terminated the handshake"),
            new IOException("bad_certificate")
        }) {
            assertThat(ConnectFailure.isHandshake(failure)).isFalse();
            assertThat(translated(failure)).isInstanceOfSatisfying(TransportException.class, exception -> assertThat(
                            exception.requestMayHaveBeenSent())
                    .isTrue());
        }
    }

    private static DevPayrException translated(IOException failure) {
        return TransportFailures.translate(Operation.LICENSE_GET, failure);
    }

    private static SSLHandshakeException alert(String name) {
        return new SSLHandshakeException("Received fatal alert: " + name);
    }

    private static SSLHandshakeException notTrusted() {
        return caused(new CertificateException("PKIX path building failed"));
    }

    private static SSLHandshakeException caused(CertificateException cause) {
        SSLHandshakeException failure = new SSLHandshakeException(String.valueOf(cause.getMessage()));
        failure.initCause(cause);
        return failure;
    }
}
