package com.devpayr.vertx;

import com.devpayr.spi.RawRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;

/** Maps requests to requests of Web Client. */
final class RequestMapper {
    private final WebClient client;
    private final RequestOptions base;

    RequestMapper(WebClient client, URI baseUrl) {
        this.client = client;
        this.base = new RequestOptions().setAbsoluteURI(baseUrl.toString());
    }

    /**
     * Returns a request without its body. The {@code Content-Length} of the body is set, so that a server does not process a request
     * that an interceptor repeats without the body.
     */
    HttpRequest<Buffer> map(RawRequest request) {
        HttpRequest<Buffer> mapped = client.request(
                        HttpMethod.valueOf(request.method()),
                        base.getPort(),
                        base.getHost(),
                        base.getURI() + request.target())
                .ssl(base.isSsl())
                .followRedirects(false);
        request.headers().forEach(mapped::putHeader);
        if (request.body() != null) {
            mapped.putHeader("Content-Length", Long.toString(request.body().length()));
        }
        return mapped;
    }
}
