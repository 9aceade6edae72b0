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

/** Every transport in every style; as a blocking client in the end, so that all are asked alike. */
enum Transport {
    FEIGN {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            DevPayr devpayr = FeignDevPayr.builder(config)
                    .logging(Logger.Level.HEADERS, shared.feignsLog())
                    .build();
            return resilience == null ? devpayr : resilience.around(devpayr);
        }
    },
    FEIGN_ASYNC {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            return blocking(AsyncDevPayr.over(FeignDevPayr.create(config), shared.executor()), resilience);
        }
    },
    RETROFIT {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            DevPayr devpayr = RetrofitDevPayr.create(config);
            return resilience == null ? devpayr : resilience.around(devpayr);
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
            return resilience == null ? devpayr : resilience.around(devpayr);
        }
    },
    VERTX_ASYNC {
        @Override
        DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared) {
            return blocking(VertxDevPayr.create(shared.vertx(), config).async(), resilience);
        }
    };

    /** What clients of many cells use together. */
    record Shared(Vertx vertx, Executor executor, Consumer<String> feignsLog) {}

    boolean isOverOkHttp() {
        return this != VERTX && this != VERTX_ASYNC;
    }

    abstract DevPayr connect(DevPayrConfig config, @Nullable Resilience resilience, Shared shared);

    private static DevPayr blocking(AsyncDevPayr async, @Nullable Resilience resilience) {
        return DevPayr.over(resilience == null ? async : resilience.around(async));
    }
}
