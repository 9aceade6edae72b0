package com.devpayr.spring.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transport that uses Vert.x, with the application's {@link Vertx} bean if there is one. */
final class VertxTransport implements DevPayrTransport {
    private final List<VertxDevPayrCustomizer> customizers;
    private final @Nullable Vertx vertx;

    VertxTransport(List<VertxDevPayrCustomizer> customizers, @Nullable Vertx vertx) {
        this.customizers = customizers;
        this.vertx = vertx;
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
        customizers.forEach(customizer -> customizer.customize(builder));
        VertxDevPayr devpayr = builder.build();
        return new DevPayrClients(devpayr.blocking(), devpayr.async(), devpayr::close);
    }
}
