package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import feign.Logger;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transports, blocking and asynchronous. All are adapted to a blocking client, so that every cell calls it the same
 * way.
 */
enum ClientType {
    FEIGN {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            DevPayr devpayr = FeignDevPayr.builder(config)
                    .logging(Logger.Level.HEADERS, shared.feignLog())
                    .build();
            return resilience == null ? devpayr : resilience.decorate(devpayr);
        }
    },
    FEIGN_ASYNC {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            return blocking(FeignDevPayr.create(config).async(shared.executor()), resilience);
        }
    },
    RETROFIT {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            DevPayr devpayr = RetrofitDevPayr.create(config);
            return resilience == null ? devpayr : resilience.decorate(devpayr);
        }
    },
    RETROFIT_ASYNC {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            return blocking(RetrofitDevPayr.createAsync(config), resilience);
        }
    },
    VERTX {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            DevPayr devpayr = VertxDevPayr.create(shared.vertx(), config).blocking();
            return resilience == null ? devpayr : resilience.decorate(devpayr);
        }
    },
    VERTX_ASYNC {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            return blocking(VertxDevPayr.create(shared.vertx(), config).async(), resilience);
        }
    };

    /** Resources that the clients of all cells share. */
    record Shared(Vertx vertx, Executor executor, Consumer<String> feignLog) {}

    boolean isOverOkHttp() {
        return this != VERTX && this != VERTX_ASYNC;
    }

    abstract DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared);

    private static DevPayr blocking(AsyncDevPayr async, @Nullable Resilience resilience) {
        return (resilience == null ? async : resilience.decorate(async)).blocking();
    }
}
