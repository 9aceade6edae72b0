package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.Fields;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.Query;
import com.devpayr.jackson.RequestBodyWriter;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills in Feign's requests: headers, query and body. */
final class RequestMapper {
    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();

    RequestMapper(DevPayrConfig config) {
        this.headers = new HeaderPolicy(config, "feign");
    }

    /** Adds the headers, as a request interceptor. Literally, since Feign takes braces in a header for a template. */
    void addHeaders(RequestTemplate request) {
        headers.apply(operationOf(request), (name, value) -> {
            request.removeHeader(name);
            request.headerLiteral(name, value);
        });
    }

    /** Encodes query parameters. Feign would leave alone what looks encoded, and take braces for a template. */
    static Map<String, Object> query(Object parameters) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        ((Query) parameters).parameters().forEach((name, value) -> encoded.put(name, PercentEncoding.encode(value)));
        return encoded;
    }

    /** Writes the body, as an encoder. A form is always sent by POST, since PHP parses no other. */
    void writeBody(Object body, Type type, RequestTemplate request) {
        Operation operation = operationOf(request);
        RawBody content = bodies.write(operation, (Fields) body);
        request.headerLiteral("Content-Type", content.contentType());
        if (content.isInMemory()) {
            request.body(bytes(operation, content), StandardCharsets.UTF_8);
        } else {
            request.method(HttpMethod.POST);
            request.body(bytes(operation, content), null);
        }
    }

    private static byte[] bytes(Operation operation, RawBody content) {
        try {
            return content.toByteArray();
        } catch (IOException unreadable) {
            throw TransportFailures.translate(operation, unreadable);
        }
    }

    static Operation operationOf(RequestTemplate request) {
        return FeignTransport.operationOf(request.methodMetadata().method());
    }
}
