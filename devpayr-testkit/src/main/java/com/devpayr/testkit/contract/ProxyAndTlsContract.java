package com.devpayr.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.fault.TestAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of proxies and TLS, against a proxy and a server in this process.
 *
 * <pre>{@code
 * class FeignConnectionTest extends ProxyAndTlsContract {
 *     protected DevPayr createClient(DevPayrConfig config) {
 *         return FeignDevPayr.create(config);
 *     }
 * }
 * }</pre>
 */
@Timeout(60)
public abstract class ProxyAndTlsContract {
    /** A host that only the proxy can resolve. */
    private static final String HOST = "api.devpayr.invalid";

    private static final String API_KEY = "the-api-key";
    private static final String PASSWORD = "p\u00e4ssword of the proxy";
    private static final String LICENSE = "{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}";
    private static final TestAuthority AUTHORITY = TestAuthority.create();
    private static final KeyStore SERVER = AUTHORITY.keyStore(HOST, "127.0.0.1");
    private static final KeyStore CLIENT = AUTHORITY.keyStore("client");

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Constructor for subclasses. */
    protected ProxyAndTlsContract() {}

    /** Creates a client of the transport under test. */
    protected abstract DevPayr createClient(DevPayrConfig config);

    @AfterEach
    final void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    public void tunnelsThroughTheProxy() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);

        DevPayr devpayr = connect(proxied(settings(proxy).build()));

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
        assertThat(proxy.requests()).singleElement().satisfies(head -> assertThat(head)
                .startsWith("CONNECT " + HOST + ":443 HTTP/1.1\r\n")
                .doesNotContain(API_KEY)
                .doesNotContainIgnoringCase("X-API-KEY"));
        assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                .containsIgnoringCase("X-API-KEY: " + API_KEY));
    }

    @Test
    public void sendsTheCredentialsOfTheProxyToTheProxyOnly() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);
        proxy.requireCredentials("shop", PASSWORD);

        DevPayr devpayr =
                connect(proxied(settings(proxy).credentials("shop", PASSWORD).build()));

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
        assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                .doesNotContainIgnoringCase("proxy-authorization"));
    }

    @Test
    public void readsTheChangedPasswordOfTheProxyForANewConnection(@TempDir Path folder) throws IOException {
        FaultServer server = server();
        server.setFault(Faults.response(200, "Connection: close\r\n", LICENSE));
        ConnectProxy proxy = proxyTo(server);
        Path file = Files.writeString(folder.resolve("password"), "first password");
        proxy.requireCredentials("shop", "first password");
        DevPayr devpayr =
                connect(proxied(settings(proxy).credentials("shop", file).build()));
        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);

        Files.writeString(file, "second, longer password");
        proxy.requireCredentials("shop", "second, longer password");

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
        assertThat(proxy.requests()).hasSize(2);
    }

    @Test
    public void rejectedCredentialsOfTheProxyAreNamed() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);
        proxy.requireCredentials("shop", "another password");

        TransportException failure = failureOf(
                connect(proxied(settings(proxy).credentials("shop", PASSWORD).build())));

        assertNotSent(failure, server);
        assertThat(failure)
                .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " rejected user name and password (407)");
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    public void missingCredentialsOfTheProxyAreNamed() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);
        proxy.requireCredentials("shop", PASSWORD);

        TransportException failure = failureOf(connect(proxied(settings(proxy).build())));

        assertNotSent(failure, server);
        assertThat(failure)
                .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " requires authentication (407)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 403 Forbidden", "HTTP/1.1 502 Bad Gateway", "HTTP/1.1 302 Found\r\nLocation: /"})
    public void refusedTunnelNamesTheProxy(String statusLine) throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);
        proxy.refuse(statusLine);

        TransportException failure = failureOf(connect(proxied(settings(proxy).build())));

        assertNotSent(failure, server);
        assertThat(failure)
                .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " did not open a connection to DevPayr")
                .hasMessageContaining(statusLine.substring(9, 12));
    }

    @Test
    public void unreachableProxyIsNamed() throws IOException {
        FaultServer server = server();
        Socket refusing = closeAfterTest(new Socket()); // keeps its port, but does not listen
        refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

        TransportException failure =
                failureOf(connect(proxied(ProxySettings.of("127.0.0.1", refusing.getLocalPort()))));

        assertNotSent(failure, server);
        assertThat(failure)
                .hasMessageContaining("the proxy 127.0.0.1:" + refusing.getLocalPort() + " could not be reached");
    }

    @Test
    public void unknownProxyIsNamed() {
        FaultServer server = server();

        TransportException failure = failureOf(connect(proxied(ProxySettings.of("proxy.invalid", 3128))));

        assertNotSent(failure, server);
        assertThat(failure).hasMessageContaining("the proxy proxy.invalid:3128 could not be reached");
    }

    @Test
    public void localhostIsReachedWithoutTheProxy() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);

        DevPayr devpayr = connect(
                config(server.baseUrl()).proxy("127.0.0.1", proxy.port()).sslContext(AUTHORITY.context(null)));

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    public void excludedHostIsNotRequestedFromTheProxy() throws IOException {
        FaultServer server = server();
        ConnectProxy proxy = proxyTo(server);

        TransportException failure = failureOf(
                connect(proxied(settings(proxy).noProxy(".devpayr.invalid").build())));

        assertNotSent(failure, server);
        assertThat(proxy.requests()).isEmpty();
    }

    /** A server inside of the tunnel is not the proxy, whatever it says. */
    @Test
    public void serverThatAsksForProxyCredentialsDoesNotReceiveThem() throws IOException {
        FaultServer server = server();
        server.setFault(Faults.response(407, "Proxy-Authenticate: Basic realm=\"proxy\"\r\n", "{}"));
        ConnectProxy proxy = proxyTo(server);
        proxy.requireCredentials("shop", PASSWORD);
        DevPayr devpayr =
                connect(proxied(settings(proxy).credentials("shop", PASSWORD).build()));

        DevPayrException failure = catchThrowableOfType(DevPayrException.class, () -> devpayr.licenses()
                .create(1, LicenseDraft.builder("Pro").build()));

        assertThat(failure).isNotNull();
        assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                .doesNotContainIgnoringCase("proxy-authorization"));
    }

    @Test
    public void untrustedCertificateIsNamed() {
        FaultServer server = server();

        TransportException failure = failureOf(connect(config(server.baseUrl())));

        assertNotSent(failure, server);
        assertThat(failure).hasMessageContaining("the certificate of the server is not trusted");
    }

    @Test
    public void certificateForAnotherHostIsRejected() {
        FaultServer server = tls(AUTHORITY.keyStore("elsewhere.example.com"), false, "TLSv1.3");

        TransportException failure = failureOf(connect(config(server.baseUrl()).sslContext(AUTHORITY.context(null))));

        assertNotSent(failure, server);
        assertThat(failure).hasMessageContaining("the certificate of the server is for another host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    public void presentsTheClientCertificate(String protocol) {
        FaultServer server = tls(SERVER, true, protocol);

        DevPayr devpayr = connect(config(server.baseUrl()).sslContext(AUTHORITY.context(CLIENT)));

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
    }

    /**
     * With TLS 1.3 the server rejects the client after the client may have sent its request. With TLS 1.2 a client that is
     * still sending its part of the handshake may see the connection closed, instead of the server's alert.
     */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    public void missingClientCertificateIsNamed(String protocol) {
        FaultServer server = tls(SERVER, true, protocol);

        TransportException failure = failureOf(connect(config(server.baseUrl()).sslContext(AUTHORITY.context(null))));

        assertNotSent(failure, server);
        assertThat(failure).hasMessageContaining("the server ").hasMessageContaining("client certificate");
    }

    /** The connection may be closed before the server's alert is read, see {@link #missingClientCertificateIsNamed}. */
    @Test
    public void clientCertificateOfAnotherAuthorityIsNamed() {
        FaultServer server = tls(SERVER, true, "TLSv1.3");

        TransportException failure = failureOf(connect(config(server.baseUrl())
                .sslContext(AUTHORITY.context(TestAuthority.create().keyStore("client")))));

        assertNotSent(failure, server);
        assertThat(failure).hasMessageContaining("the server ").hasMessageContaining("client certificate");
    }

    @Test
    public void presentsTheClientCertificateThroughTheProxy() throws IOException {
        FaultServer server = tls(SERVER, true, "TLSv1.3");
        ConnectProxy proxy = proxyTo(server);
        proxy.requireCredentials("shop", PASSWORD);

        DevPayr devpayr = connect(
                proxied(settings(proxy).credentials("shop", PASSWORD).build()).sslContext(AUTHORITY.context(CLIENT)));

        assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
    }

    private FaultServer server() {
        return tls(SERVER, false, "TLSv1.3");
    }

    private FaultServer tls(KeyStore identity, boolean needsClient, String protocol) {
        FaultServer server = closeAfterTest(FaultServer.startTls(AUTHORITY.context(identity), socket -> {
            socket.setNeedClientAuth(needsClient);
            socket.setEnabledProtocols(new String[] {protocol});
        }));
        server.setFault(Faults.response(200, "", LICENSE));
        return server;
    }

    private ConnectProxy proxyTo(FaultServer server) throws IOException {
        return closeAfterTest(ConnectProxy.start(URI.create(server.baseUrl()).getPort()));
    }

    private static ProxySettings.Builder settings(ConnectProxy proxy) {
        return ProxySettings.builder("127.0.0.1", proxy.port());
    }

    private static DevPayrConfig.Builder proxied(ProxySettings proxy) {
        return config("https://" + HOST + "/api/v1/").proxy(proxy).sslContext(AUTHORITY.context(null));
    }

    private static DevPayrConfig.Builder config(String baseUrl) {
        return DevPayrConfig.builder()
                .apiKey(API_KEY)
                .domain(ContractFixture.DOMAIN)
                .baseUrl(baseUrl);
    }

    private DevPayr connect(DevPayrConfig.Builder config) {
        return closeAfterTest(createClient(config.build()));
    }

    private <T extends AutoCloseable> T closeAfterTest(T resource) {
        opened.push(resource);
        return resource;
    }

    private static TransportException failureOf(DevPayr devpayr) {
        return requireNonNull(catchThrowableOfType(TransportException.class, () -> devpayr.licenses()
                .create(1, LicenseDraft.builder("Pro").build())));
    }

    private static void assertNotSent(TransportException failure, FaultServer server) {
        assertThat(failure.kind()).isEqualTo(TransportException.Kind.CONNECT);
        assertThat(failure.requestMayHaveBeenSent()).isFalse();
        assertThat(server.requests()).isEmpty();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString().toLowerCase(Locale.ROOT)).doesNotContain(API_KEY, PASSWORD);
        }
    }
}
