package com.devpayr.spring.okhttp;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.okhttp.OkHttpClients;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.springframework.boot.ssl.SslBundle;

/** An {@link OkHttpClient} that uses an SSL bundle. The transport adds DevPayr's timeouts and interceptors. */
public final class SslOkHttp implements AutoCloseable {
    private final OkHttpClients base;
    private final OkHttpClient client;

    private SslOkHttp(OkHttpClients base, OkHttpClient client) {
        this.base = base;
        this.client = client;
    }

    /**
     * Creates a client with its own threads and connection pool.
     *
     * @throws IllegalArgumentException if the bundle has no X.509 trust manager
     */
    public static SslOkHttp create(DevPayrConfig config, SslBundle bundle) {
        OkHttpClients base = OkHttpClients.create(config);
        OkHttpClient.Builder builder = base.client().newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        builder.sslSocketFactory(bundle.createSslContext().getSocketFactory(), trustManager(bundle));
        return new SslOkHttp(base, builder.build());
    }

    private static X509TrustManager trustManager(SslBundle bundle) {
        for (TrustManager manager : bundle.getManagers().getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new IllegalArgumentException("The SSL bundle has no X.509 trust manager");
    }

    /** Returns the client to configure the transport with. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        base.close();
    }
}
