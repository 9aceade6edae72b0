package com.devpayr.vertx;

import com.devpayr.spi.RawResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpResponseHead;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response in memory.
 *
 * @param content the body; cut off if it is larger than the request allows
 */
record VertxResponse(HttpResponseHead head, Buffer content) implements RawResponse {
    @Override
    public int status() {
        return head.statusCode();
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        head.headers().forEach((name, value) -> headers.computeIfAbsent(name, first -> new ArrayList<>())
                .add(value));
        return headers;
    }

    @Override
    public @Nullable String header(String name) {
        return head.getHeader(name);
    }

    @Override
    public long bufferedLength() {
        return content.length();
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(content.getBytes());
    }
}
