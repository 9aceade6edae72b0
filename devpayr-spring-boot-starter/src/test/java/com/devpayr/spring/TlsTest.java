package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.TransportException;
import com.devpayr.page.PageRequest;
import com.devpayr.spring.retrofit.RetrofitDevPayrCustomizer;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** SSL bundles, with a server that requires client certificates and uses a self-signed one. */
class TlsTest {
    @TempDir
    static Path folder = Path.of("set by JUnit");

    private static @Nullable TlsServer started;

    @BeforeAll
    static void serve() throws Exception {
        started = TlsServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    private static TlsServer server() {
        if (started == null) {
            throw new IllegalStateException("the server was not started");
        }
        return started;
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void usesTheSslBundleForBothClients(String transport) {
        trusting(transport, server().baseUrl()).run(context -> {
            assertThat(context.getBean(DevPayr.class).projects().listAll()).isEmpty();
            assertThat(context.getBean(AsyncDevPayr.class).projects().list(PageRequest.first()))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void closingTheApplicationClosesTheConnectionsOfTheSslBundle(String transport) throws InterruptedException {
        try (FaultServer counting = FaultServer.startTls(server().tls())) {
            counting.setFault(Faults.response(200, "", "{\"data\":{\"data\":[]}}"));

            trusting(transport, counting.baseUrl()).run(context -> {
                assertThat(context.getBean(DevPayr.class).projects().listAll()).isEmpty();
                assertThat(counting.openConnections()).isEqualTo(1);
            });

            assertThat(counting.awaitNoConnection(Duration.ofSeconds(10))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void doesNotTrustTheServerWithoutTheBundle(String transport) {
        application(transport, server().baseUrl()).run(context -> assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> context.getBean(DevPayr.class).projects().listAll().stream()
                        .toList())
                .withMessageContaining("the certificate of the server is not trusted")
                .havingRootCause()
                .isInstanceOf(CertPathBuilderException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void namesTheMissingClientCertificate(String transport) {
        String[] trustOnly = Stream.of(server().bundle("private"))
                .filter(property -> !property.contains(".keystore."))
                .toArray(String[]::new);
        try (FaultServer mutual = FaultServer.startTls(server().tls(), socket -> socket.setNeedClientAuth(true))) {
            application(transport, mutual.baseUrl())
                    .withPropertyValues("devpayr.ssl.bundle=private")
                    .withPropertyValues(trustOnly)
                    .run(context -> assertThatExceptionOfType(TransportException.class)
                            .isThrownBy(() -> context.getBean(DevPayr.class).projects().listAll().stream()
                                    .toList())
                            .withMessageContaining("the server rejected the client certificate, or requires one"));
        }
    }

    @Test
    void bundleAppliesToAClientOfTheApplication() {
        OkHttpClient own = new OkHttpClient();
        trusting("retrofit", server().baseUrl())
                .withBean(RetrofitDevPayrCustomizer.class, () -> retrofit -> retrofit.client(own))
                .run(context -> assertThat(
                                context.getBean(DevPayr.class).projects().listAll())
                        .isEmpty());
        own.connectionPool().evictAll();
    }

    @Test
    void namesAnUnknownBundle() {
        application("feign", server().baseUrl())
                .withPropertyValues("devpayr.ssl.bundle=elsewhere")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("elsewhere"));
    }

    private static ApplicationContextRunner trusting(String transport, String baseUrl) {
        return application(transport, baseUrl)
                .withPropertyValues("devpayr.ssl.bundle=private")
                .withPropertyValues(server().bundle("private"));
    }

    private static ApplicationContextRunner application(String transport, String baseUrl) {
        return Contexts.backend()
                .withPropertyValues(
                        "devpayr.transport=" + transport,
                        "devpayr.resilience.enabled=false",
                        "devpayr.base-url=" + baseUrl);
    }
}
