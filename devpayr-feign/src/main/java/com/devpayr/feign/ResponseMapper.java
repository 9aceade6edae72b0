package com.devpayr.feign;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.operation.Operation;
import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
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
        RawResponseBody body = RawResponseBody.bodyOf(response);
        CallOptions options = body.context().options();
        try {
            return responses.read(operation, options, body.response());
        } catch (IOException broken) {
            throw TransportFailures.translate(operation, broken, options, config);
        }
    }
}
