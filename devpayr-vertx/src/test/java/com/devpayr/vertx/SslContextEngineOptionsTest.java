package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.spi.tls.SslContextFactory;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

/** Tests the TLS settings of connections that use an {@link SSLContext}. */
class SslContextEngineOptionsTest {
    private static final SNIHostName HOST = new SNIHostName("shop.example.com");

    private final SSLContext tls = SSLContext.getDefault();
    private final SslContextEngineOptions options = new SslContextEngineOptions(tls);

    SslContextEngineOptionsTest() throws NoSuchAlgorithmException {}

    private static SSLParameters parametersOf(SslContextFactory factory) throws Exception {
        SslContext context = factory.create();
        SSLEngine engine = context.newEngine(UnpooledByteBufAllocator.DEFAULT);
        return engine.getSSLParameters();
    }

    @Test
    void enablesOnlyTheGivenProtocolsThatTheContextSupports() throws Exception {
        assertThat(parametersOf(options.sslContextFactory().enabledProtocols(Set.of("TLSv1.3", "TLSv9")))
                        .getProtocols())
                .containsExactly("TLSv1.3");
        assertThat(parametersOf(options.sslContextFactory().enabledProtocols(Set.of("TLSv9")))
                        .getProtocols())
                .as("those of the context, if it supports none of them")
                .containsExactly(tls.getDefaultSSLParameters().getProtocols());
    }

    @Test
    void verifiesTheHostNameUnlessVertxDisablesIt() throws Exception {
        assertThat(parametersOf(options.sslContextFactory()).getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
        assertThat(parametersOf(options.sslContextFactory().forClient(HOST, "HTTPS"))
                        .getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
        assertThat(parametersOf(options.sslContextFactory().forClient(HOST, null))
                        .getEndpointIdentificationAlgorithm())
                .isEmpty();
    }

    @Test
    void sendsTheServerName() throws Exception {
        assertThat(parametersOf(options.sslContextFactory().forClient(HOST, "HTTPS"))
                        .getServerNames())
                .containsExactly(HOST);
    }

    @Test
    void negotiatesApplicationProtocolsOnlyIfEnabled() throws Exception {
        List<String> protocols = List.of("h2", "http/1.1");

        assertThat(protocolsOf(options.sslContextFactory().useAlpn(true).applicationProtocols(protocols)))
                .containsExactlyElementsOf(protocols);
        assertThat(protocolsOf(options.sslContextFactory().useAlpn(false).applicationProtocols(protocols)))
                .isEmpty();
        assertThat(protocolsOf(options.sslContextFactory().useAlpn(true))).isEmpty();
    }

    private static List<String> protocolsOf(SslContextFactory factory) throws Exception {
        return factory.create().applicationProtocolNegotiator().protocols();
    }

    /** Vert.x shares a TLS context between clients with equal options. */
    @Test
    void optionsAreEqualIfTheyHaveTheSameContext() throws NoSuchAlgorithmException {
        assertThat(options).isEqualTo(options.copy()).hasSameHashCodeAs(options.copy());
        assertThat(options).isNotEqualTo(new SslContextEngineOptions(SSLContext.getInstance("TLS")));
        assertThat(options.hashCode()).isEqualTo(System.identityHashCode(tls));
    }
}
