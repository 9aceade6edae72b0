package com.devpayr.spring.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.spring.okhttp.SslOkHttp;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/** Transport that uses Feign. Asynchronous calls run on an executor. */
final class FeignTransport implements DevPayrTransport {
    private final List<FeignDevPayrCustomizer> customizers;
    private final Executor executor;
    private final @Nullable SslBundle ssl;

    FeignTransport(List<FeignDevPayrCustomizer> customizers, Executor executor, @Nullable SslBundle ssl) {
        this.customizers = customizers;
        this.executor = executor;
        this.ssl = ssl;
    }

    @Override
    public String name() {
        return "feign";
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        FeignDevPayr.Builder feign = FeignDevPayr.builder(config);
        if (ssl == null) {
            return build(feign, () -> {});
        }
        SslOkHttp secure = SslOkHttp.create(config, ssl);
        feign.okHttp(secure.client());
        return build(feign, secure::close);
    }

    private DevPayrClients build(FeignDevPayr.Builder feign, Runnable release) {
        customizers.forEach(customizer -> customizer.customize(feign));
        DevPayr blocking = feign.build();
        return new DevPayrClients(blocking, blocking.async(executor), release);
    }
}
