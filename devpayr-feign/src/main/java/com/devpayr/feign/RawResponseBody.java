package com.devpayr.feign;

import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.jackson.internal.LoggedResponse;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.RawResponse;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, with the response itself and the context of its call. Feign passes neither the context nor the options to
 * the code that reads responses, and copies the headers each time it builds a response.
 */
record RawResponseBody(CallContext context, RawResponse response) implements Response.Body {
    /** Returns the body of a response, whose size is reported if the call is logged. */
    static RawResponseBody of(CallContext context, RawResponse response) {
        return new RawResponseBody(
                context, context instanceof LoggedAttempt attempt ? new LoggedResponse(response, attempt) : response);
    }

    /** Returns the body of a response from {@link CompletingClient}. */
    static RawResponseBody bodyOf(Response response) {
        return (RawResponseBody) response.body();
    }

    /**
     * Returns a response whose body holds its headers and the context of its call. A response of {@link OkHttpFeignClient} already
     * has such a body, and is returned as it is.
     */
    static Response attach(CallContext context, Response response) {
        return response.body() instanceof RawResponseBody
                ? response
                : response.toBuilder()
                        .headers(Map.of())
                        .body(of(context, new FeignResponse(response)))
                        .build();
    }

    @Override
    public @Nullable Integer length() {
        return null;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream asInputStream() throws IOException {
        return response.body();
    }

    @Override
    public Reader asReader(Charset charset) throws IOException {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() {
        response.close();
    }
}
