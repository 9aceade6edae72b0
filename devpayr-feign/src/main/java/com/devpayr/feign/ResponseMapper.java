package com.devpayr.feign;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawResponse;
import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads responses of Feign. */
final class ResponseMapper {
    private final DevPayrConfig config;
    private final ResponseReader responses;

    ResponseMapper(DevPayrConfig config) {
        this.config = config;
        this.responses = new ResponseReader(config);
    }

    /** Reads a response. Used instead of a Feign decoder, which would wrap exceptions. */
    @Nullable
    Object read(InvocationContext context, ResponseInterceptor.Chain chain) {
        Response response = context.response();
        Operation operation = RequestMapper.operationOf(response.request().requestTemplate());
        CallOptions options = ContextBody.contextOf(response).options();
        try {
            return responses.read(operation, options, new FeignResponse(response));
        } catch (IOException broken) {
            throw TransportFailures.translate(operation, broken, options, config);
        }
    }

    static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        response.headers().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        return headers;
    }

    private record FeignResponse(Response response) implements RawResponse {
        @Override
        public int status() {
            return response.status();
        }

        @Override
        public Map<String, List<String>> headers() {
            return ResponseMapper.headers(response);
        }

        @Override
        public @Nullable String header(String name) {
            Collection<String> values = response.headers().get(name);
            return values == null || values.isEmpty() ? null : values.iterator().next();
        }

        @Override
        public InputStream body() throws IOException {
            return response.body() == null
                    ? InputStream.nullInputStream()
                    : response.body().asInputStream();
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
