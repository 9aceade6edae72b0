package com.devpayr.vertx;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.spi.RawRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import org.jspecify.annotations.Nullable;

/** Maps requests to requests of Web Client. */
final class RequestMapper {
    private final WebClient client;
    private final RequestOptions base;
    private final @Nullable ProxySettings proxy;

    RequestMapper(WebClient client, DevPayrConfig config) {
        this.client = client;
        this.base = new RequestOptions().setAbsoluteURI(config.baseUrl().toString());
        this.proxy = config.proxy();
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
        if (proxy != null) {
            mapped.proxy(options(proxy));
        }
        request.headers().forEach(mapped::putHeader);
        if (request.body() != null) {
            mapped.putHeader("Content-Length", Long.toString(request.body().length()));
        }
        return mapped;
    }

    /** Connections are shared by requests with equal options. */
    private static ProxyOptions options(ProxySettings proxy) {
        return new ProxyOptions()
                .setType(ProxyType.HTTP)
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setUsername(proxy.username())
                .setPassword(proxy.password());
    }
}
