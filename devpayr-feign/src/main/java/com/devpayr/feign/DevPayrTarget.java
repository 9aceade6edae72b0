package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import feign.Request;
import feign.Request.HttpMethod;
import feign.RequestTemplate;
import feign.Target;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Creates the requests from Feign's templates: adds the base URL, and the empty JSON object of operations that send one. A
 * request interceptor would have to add it to the template, which parses each header.
 */
final class DevPayrTarget<T> implements Target<T> {
    private final Class<T> type;
    private final String baseUrl;
    private final RequestBodyWriter bodies;

    /** Creates a target for an annotated service. */
    DevPayrTarget(Class<T> type, DevPayrConfig config, RequestBodyWriter bodies) {
        this.type = type;
        String url = config.baseUrl().toString();
        this.baseUrl = url.substring(0, url.length() - 1); // the paths of the templates begin with a slash
        this.bodies = bodies;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public String name() {
        return baseUrl;
    }

    @Override
    public String url() {
        return baseUrl;
    }

    @Override
    public Request apply(RequestTemplate template) {
        Operation operation = RequestMapper.operationOf(template);
        Map<String, Collection<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(template.headers());
        byte[] body = template.body();
        if (RequestSpec.sendsEmptyObject(operation)) {
            RawBody empty = bodies.write(operation, RequestBody.empty());
            sent.put("Content-Type", List.of(empty.contentType()));
            body = RequestMapper.bytes(operation, empty);
        }
        return Request.create(HttpMethod.valueOf(template.method()), url(template), sent, body, UTF_8, template);
    }

    /** Returns the absolute URL. An interceptor may have set another host. */
    private String url(RequestTemplate template) {
        String url = template.url();
        return url.startsWith("/") ? baseUrl + url : url;
    }
}
