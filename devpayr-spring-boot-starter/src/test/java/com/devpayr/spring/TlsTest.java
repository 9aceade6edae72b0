package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.TransportException;
import com.devpayr.page.PageRequest;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** SSL bundles, with a server that requires client certificates and uses a self-signed one. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder = Path.of("set by JUnit");

    static Path keys = Path.of("set by the first step");
    static HttpsServer server;

    @BeforeAll
    static void serve() throws Exception {
        keys = folder.resolve("keys.p12");
        makeKeys(keys);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(mutual(context(keys)));
        server.createContext("/", exchange -> {
            byte[] none = "{\"status\":\"success\",\"data\":{\"data\":[]}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, none.length);
            exchange.getResponseBody().write(none);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void usesTheSslBundleForBothClients(String transport) {
        application(transport)
                .withPropertyValues(
                        "devpayr.ssl.bundle=private",
                        "spring.ssl.bundle.jks.private.keystore.location=file:" + keys,
                        "spring.ssl.bundle.jks.private.keystore.password=" + PASSWORD,
                        "spring.ssl.bundle.jks.private.keystore.type=PKCS12",
                        "spring.ssl.bundle.jks.private.truststore.location=file:" + keys,
                        "spring.ssl.bundle.jks.private.truststore.password=" + PASSWORD,
                        "spring.ssl.bundle.jks.private.truststore.type=PKCS12")
                .run(context -> {
                    assertThat(context.getBean(DevPayr.class).projects().listAll())
                            .isEmpty();
                    assertThat(context.getBean(AsyncDevPayr.class).projects().list(PageRequest.first()))
                            .succeedsWithin(Duration.ofSeconds(10));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void doesNotTrustTheServerWithoutTheBundle(String transport) {
        application(transport).run(context -> assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> context.getBean(DevPayr.class).projects().listAll().stream()
                        .toList()));
    }

    @Test
    void namesAnUnknownBundle() {
        application("feign")
                .withPropertyValues("devpayr.ssl.bundle=elsewhere")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("elsewhere"));
    }

    private static ApplicationContextRunner application(String transport) {
        return Contexts.backend()
                .withPropertyValues(
                        "devpayr.transport=" + transport,
                        "devpayr.resilience.enabled=false",
                        "devpayr.base-url=https://localhost:"
                                + server.getAddress().getPort());
    }

    private static HttpsConfigurator mutual(SSLContext context) {
        return new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        };
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD.toCharArray());
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** Creates a key store with a self-signed key and its certificate as a trusted one. */
    private static void makeKeys(Path file) throws Exception {
        keytool(
                file,
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        Path certificate = folder.resolve("own.cer");
        keytool(file, "-exportcert", "-alias", "own", "-file", certificate.toString());
        keytool(file, "-importcert", "-noprompt", "-alias", "trusted", "-file", certificate.toString());
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
