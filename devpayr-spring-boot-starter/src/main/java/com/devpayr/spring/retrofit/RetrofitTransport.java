package com.devpayr.spring.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.spring.DevPayrClients;
import com.devpayr.spring.DevPayrTransport;
import com.devpayr.spring.okhttp.SslOkHttp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;

/** Transport that uses Retrofit, which supports blocking and asynchronous calls. */
final class RetrofitTransport implements DevPayrTransport {
    private final List<RetrofitDevPayrCustomizer> customizers;
    private final @Nullable SslBundle ssl;

    RetrofitTransport(List<RetrofitDevPayrCustomizer> customizers, @Nullable SslBundle ssl) {
        this.customizers = customizers;
        this.ssl = ssl;
    }

    @Override
    public String name() {
        return "retrofit";
    }

    @Override
    public DevPayrClients connect(DevPayrConfig config) {
        SslOkHttp secure = ssl == null ? null : SslOkHttp.create(config, ssl);
        return new DevPayrClients(
                builder(config, secure).build(),
                builder(config, secure).buildAsync(),
                secure == null ? () -> {} : secure::close);
    }

    private RetrofitDevPayr.Builder builder(DevPayrConfig config, @Nullable SslOkHttp secure) {
        RetrofitDevPayr.Builder retrofit = RetrofitDevPayr.builder(config);
        if (secure != null) {
            retrofit.client(secure.client());
        }
        customizers.forEach(customizer -> customizer.customize(retrofit));
        return retrofit;
    }
}
