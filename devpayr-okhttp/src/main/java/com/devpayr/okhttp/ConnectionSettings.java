package com.devpayr.okhttp;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** Applies the proxy and the TLS settings of a configuration to a client. Without them, the client keeps its own. */
final class ConnectionSettings {
    private ConnectionSettings() {}

    static void apply(DevPayrConfig config, OkHttpClient.Builder client) {
        ProxySettings proxy = config.proxy();
        if (proxy != null) {
            client.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                    .proxyAuthenticator(new ProxyAuthenticator(proxy));
        }
        SSLContext tls = config.sslContext();
        if (tls != null) {
            client.sslSocketFactory(tls.getSocketFactory(), new UnknownTrustManager())
                    .hostnameVerifier(defaultVerifier());
        }
    }

    /** Returns OkHttp's verifier, which is not public. A client without TLS does not load the certificates of the JDK. */
    private static HostnameVerifier defaultVerifier() {
        return new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .build()
                .hostnameVerifier();
    }

    /**
     * Stands in for the trust manager of an {@link SSLContext}, which does not expose it. The sockets of the context verify
     * certificates; OkHttp uses this one for certificate pins only, which then fail.
     */
    private static final class UnknownTrustManager implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no certificate is trusted");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no certificate is trusted");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
