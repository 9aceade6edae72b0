package com.devpayr.feign;

import com.devpayr.spi.RawResponse;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A response of OkHttp. */
record OkHttpResponse(Response response) implements RawResponse {
    @Override
    public int status() {
        return response.code();
    }

    @Override
    public Map<String, List<String>> headers() {
        return response.headers().toMultimap();
    }

    @Override
    public @Nullable String header(String name) {
        List<String> values = response.headers().values(name);
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public InputStream body() {
        return response.body().byteStream();
    }

    @Override
    public void close() {
        response.close();
    }
}
