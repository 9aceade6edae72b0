package com.devpayr.spring.okhttp;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.okhttp.OkHttpClients;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.springframework.boot.ssl.SslBundle;

/** An OkHttp client that trusts and shows what an SSL bundle holds. Obeys no rule of ours yet: a transport adds them. */
public final class SslOkHttp implements AutoCloseable {
    private final OkHttpClients engine;
    private final OkHttpClient client;

    private SslOkHttp(OkHttpClients engine, OkHttpClient client) {
        this.engine = engine;
        this.client = client;
    }

    /**
     * A client of its own threads and connections.
     *
     * @throws IllegalArgumentException when the bundle has no trust manager for X.509
     */
    public static SslOkHttp create(DevPayrConfig config, SslBundle bundle) {
        OkHttpClients engine = OkHttpClients.create(config);
        OkHttpClient.Builder builder = engine.client().newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        builder.sslSocketFactory(bundle.createSslContext().getSocketFactory(), trustManager(bundle));
        return new SslOkHttp(engine, builder.build());
    }

    private static X509TrustManager trustManager(SslBundle bundle) {
        for (TrustManager manager : bundle.getManagers().getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new IllegalArgumentException("the SSL bundle has no X.509 trust manager");
    }

    /** The client to give to a transport. */
    public OkHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        engine.close();
    }
}
