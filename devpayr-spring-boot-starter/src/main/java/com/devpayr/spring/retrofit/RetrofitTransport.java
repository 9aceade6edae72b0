package com.devpayr.spring.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import java.util.List;

/** Transport that uses Retrofit, which supports blocking and asynchronous calls. */
final class RetrofitTransport implements DevPayrTransport {
    private final List<RetrofitDevPayrCustomizer> customizers;

    RetrofitTransport(List<RetrofitDevPayrCustomizer> customizers) {
        this.customizers = customizers;
    }

    @Override
    public String name() {
        return "retrofit";
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        return new DevPayrClients(builder(config).build(), builder(config).buildAsync(), () -> {});
    }

    private RetrofitDevPayr.Builder builder(DevPayrConfig config) {
        RetrofitDevPayr.Builder retrofit = RetrofitDevPayr.builder(config);
        customizers.forEach(customizer -> customizer.customize(retrofit));
        return retrofit;
    }
}
