package com.devpayr.spring.feign;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.feign.FeignDevPayr;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import java.util.List;
import java.util.concurrent.Executor;

/** Transport that uses Feign. Asynchronous calls run on an executor. */
final class FeignTransport implements DevPayrTransport {
    private final List<FeignDevPayrCustomizer> customizers;
    private final Executor executor;

    FeignTransport(List<FeignDevPayrCustomizer> customizers, Executor executor) {
        this.customizers = customizers;
        this.executor = executor;
    }

    @Override
    public String name() {
        return "feign";
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        FeignDevPayr.Builder feign = FeignDevPayr.builder(config);
        customizers.forEach(customizer -> customizer.customize(feign));
        DevPayr blocking = feign.build();
        return new DevPayrClients(blocking, blocking.async(executor), () -> {});
    }
}
