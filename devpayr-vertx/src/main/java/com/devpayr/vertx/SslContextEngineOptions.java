package com.devpayr.vertx;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.DelegatingSslContext;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** TLS with an {@link SSLContext}, in place of the key and trust options of Vert.x. */
final class SslContextEngineOptions extends JdkSSLEngineOptions {
    private final SSLContext context;

    SslContextEngineOptions(SSLContext context) {
        this.context = context;
    }

    @Override
    public SslContextEngineOptions copy() {
        return new SslContextEngineOptions(context);
    }

    @Override
    public SslContextFactory sslContextFactory() {
        return new Factory(context);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SslContextEngineOptions options && options.context == context;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(context);
    }

    /** Creates the context of one client. Keys and certificates are those of the {@link SSLContext}. */
    private static final class Factory implements SslContextFactory {
        private final SSLContext context;
        private boolean useAlpn;
        private List<String> applicationProtocols = List.of();
        private Set<String> enabledProtocols = Set.of();
        private @Nullable Set<String> ciphers;
        private @Nullable SNIServerName serverName;

        /** Verifies the host name, unless Vert.x says otherwise. */
        private String identification = "HTTPS";

        Factory(SSLContext context) {
            this.context = context;
        }

        @Override
        public SslContextFactory useAlpn(boolean enabled) {
            useAlpn = enabled;
            return this;
        }

        @Override
        public SslContextFactory applicationProtocols(List<String> names) {
            applicationProtocols = names;
            return this;
        }

        @Override
        public SslContextFactory enabledProtocols(Set<String> names) {
            enabledProtocols = names;
            return this;
        }

        @Override
        public SslContextFactory enabledCipherSuites(Set<String> names) {
            ciphers = names.isEmpty() ? null : names;
            return this;
        }

        @Override
        public SslContextFactory forClient(@Nullable SNIServerName name, @Nullable String identificationAlgorithm) {
            serverName = name;
            identification = identificationAlgorithm == null ? "" : identificationAlgorithm;
            return this;
        }

        @Override
        public SslContext create() {
            return new DelegatingSslContext(jdkContext()) {
                @Override
                protected void initEngine(SSLEngine engine) {
                    engine.setSSLParameters(configure(engine.getSSLParameters()));
                }
            };
        }

        private SSLParameters configure(SSLParameters parameters) {
            parameters.setEndpointIdentificationAlgorithm(identification);
            String[] protocols = Stream.of(parameters.getProtocols())
                    .filter(enabledProtocols::contains)
                    .toArray(String[]::new);
            if (protocols.length > 0) {
                parameters.setProtocols(protocols);
            }
            if (serverName != null) {
                parameters.setServerNames(List.of(serverName));
            }
            return parameters;
        }

        private SslContext jdkContext() {
            return new JdkSslContext(
                    context,
                    true,
                    ciphers,
                    IdentityCipherSuiteFilter.INSTANCE,
                    useAlpn && !applicationProtocols.isEmpty() ? alpn() : ApplicationProtocolConfig.DISABLED,
                    ClientAuth.NONE,
                    null,
                    false);
        }

        private ApplicationProtocolConfig alpn() {
            return new ApplicationProtocolConfig(
                    Protocol.ALPN,
                    SelectorFailureBehavior.NO_ADVERTISE,
                    SelectedListenerFailureBehavior.ACCEPT,
                    applicationProtocols);
        }
    }
}
