package com.devpayr.jackson.internal;

import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.spi.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response whose size is reported to the log. */
public record LoggedResponse(RawResponse response, LoggedAttempt attempt) implements RawResponse {
    @Override
    public int status() {
        return response.status();
    }

    @Override
    public Map<String, List<String>> headers() {
        return response.headers();
    }

    @Override
    public @Nullable String header(String name) {
        return response.header(name);
    }

    @Override
    public long bufferedLength() {
        return response.bufferedLength();
    }

    @Override
    public InputStream body() throws IOException {
        return attempt.counting(response.body());
    }

    @Override
    public void close() {
        response.close();
    }
}
