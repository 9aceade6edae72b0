package com.devpayr.feign;

import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.spi.CallContext;
import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response with the context of its call. Feign passes neither the context nor the options to the code that reads
 * responses.
 */
record ContextBody(CallContext context, Response.@Nullable Body body) implements Response.Body {
    /** Returns a response with the context of its call. */
    static Response attach(CallContext context, Response response) {
        return response.toBuilder()
                .body(new ContextBody(context, response.body()))
                .build();
    }

    /** Returns the context of a response's call. */
    static CallContext contextOf(Response response) {
        return response.body() instanceof ContextBody body ? body.context : CallContext.DEFAULT;
    }

    @Override
    public @Nullable Integer length() {
        return body == null ? Integer.valueOf(0) : body.length();
    }

    @Override
    public boolean isRepeatable() {
        return body != null && body.isRepeatable();
    }

    @Override
    public InputStream asInputStream() throws IOException {
        InputStream content = body == null ? InputStream.nullInputStream() : body.asInputStream();
        return context instanceof LoggedAttempt attempt ? attempt.counting(content) : content;
    }

    @Override
    @SuppressWarnings("deprecation") // an abstract method of Feign
    public Reader asReader() throws IOException {
        return asReader(Util.UTF_8);
    }

    @Override
    public Reader asReader(Charset charset) throws IOException {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() throws IOException {
        if (body != null) {
            body.close();
        }
    }
}
