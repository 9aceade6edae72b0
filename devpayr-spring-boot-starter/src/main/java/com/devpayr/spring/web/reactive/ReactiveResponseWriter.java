package com.devpayr.spring.web.reactive;

import com.devpayr.enforcement.EnforcementResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Writes an {@link EnforcementResponse} to a WebFlux response. */
final class ReactiveResponseWriter {
    private ReactiveResponseWriter() {}

    static Mono<Void> write(EnforcementResponse source, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(source.status()));
        source.headers().forEach(response.getHeaders()::set);
        byte[] body = source.body().getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
