package com.devpayr.spring.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/** Transport that uses Vert.x, with the application's {@link Vertx} bean if there is one. */
final class VertxTransport implements DevPayrTransport {
    private final List<VertxDevPayrCustomizer> customizers;
    private final @Nullable Vertx vertx;
    private final @Nullable SslBundle ssl;

    VertxTransport(List<VertxDevPayrCustomizer> customizers, @Nullable Vertx vertx, @Nullable SslBundle ssl) {
        this.customizers = customizers;
        this.vertx = vertx;
        this.ssl = ssl;
    }

    @Override
    public String name() {
        return "vertx";
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        VertxDevPayr.Builder builder = VertxDevPayr.builder(config);
        if (vertx != null) {
            builder.vertx(vertx);
        }
        if (ssl != null) {
            builder.options(sslOptions(ssl));
        }
        customizers.forEach(customizer -> customizer.customize(builder));
        VertxDevPayr devpayr = builder.build();
        return new DevPayrClients(devpayr.blocking(), devpayr.async(), devpayr::close);
    }

    private static HttpClientOptions sslOptions(SslBundle bundle) {
        return new HttpClientOptions()
                .setKeyCertOptions(KeyCertOptions.wrap(bundle.getManagers().getKeyManagerFactory()))
                .setTrustOptions(TrustOptions.wrap(bundle.getManagers().getTrustManagerFactory()));
    }
}
