package com.devpayr.feign;

import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import feign.Request;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes queries and bodies of Feign's requests. */
final class RequestMapper {
    private final RequestBodyWriter bodies;

    RequestMapper(RequestBodyWriter bodies) {
        this.bodies = bodies;
    }

    /** Encodes query parameters. Feign would not encode values that look encoded, and would expand braces as a template. */
    static Map<String, Object> query(Object parameters) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        QueryParameters.of(parameters).forEach((name, value) -> encoded.put(name, PercentEncoding.encode(value)));
        return encoded;
    }

    /** Encoder that writes the body. */
    void writeBody(Object body, Type type, RequestTemplate request) {
        write(operationOf(request), RequestBodies.of(body), request);
    }

    /** Writes JSON or a form. A form is always sent by POST, since PHP does not parse it with other methods. */
    private void write(Operation operation, RequestBody fields, RequestTemplate request) {
        RawBody content = bodies.write(operation, fields);
        request.headerLiteral("Content-Type", content.contentType());
        if (content.isInMemory()) {
            request.body(bytes(operation, content), StandardCharsets.UTF_8);
        } else {
            request.method(HttpMethod.POST);
            request.body(bytes(operation, content), null);
        }
    }

    /**
     * Returns a copy of a request to which headers can be added, with the query, and with an empty JSON object if the operation
     * sends one. The object is not added to the template, because Feign would parse its header.
     *
     * @param query the URL-encoded query to add; null for none
     */
    Request complete(Operation operation, Request prepared, @Nullable String query) {
        Map<String, Collection<String>> headers = copyOfHeaders(prepared);
        byte[] body = prepared.body();
        if (RequestSpec.sendsEmptyObject(operation)) {
            RawBody empty = bodies.write(operation, RequestBody.empty());
            headers.put("Content-Type", List.of(empty.contentType()));
            body = bytes(operation, empty);
        }
        return Request.create(
                prepared.httpMethod(),
                query == null ? prepared.url() : prepared.url() + "?" + query,
                headers,
                body,
                StandardCharsets.UTF_8,
                prepared.requestTemplate());
    }

    /** Returns the request of a raw call, with the headers that request interceptors added to an empty request. */
    Request toRequest(RawCall call, String baseUrl, Request empty) {
        Map<String, Collection<String>> headers = copyOfHeaders(empty);
        RawBody content = bodies.write(call);
        if (content != null) {
            headers.put("Content-Type", List.of(content.contentType()));
        }
        return Request.create(
                HttpMethod.valueOf(call.method()),
                baseUrl + call.path(),
                headers,
                content == null ? null : bytes(call.operation(), content),
                StandardCharsets.UTF_8,
                empty.requestTemplate());
    }

    private static Map<String, Collection<String>> copyOfHeaders(Request request) {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        return headers;
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
