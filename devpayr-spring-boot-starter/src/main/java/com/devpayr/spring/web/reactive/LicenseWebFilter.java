package com.devpayr.spring.web.reactive;

import com.devpayr.spring.web.EnforcementService;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A filter that responds to requests while the application is not permitted to run. Never blocks. */
final class LicenseWebFilter implements WebFilter, Ordered {
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final EnforcementService enforcement;

    LicenseWebFilter(EnforcementService enforcement) {
        this.enforcement = enforcement;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String accept = exchange.getRequest().getHeaders().getFirst("Accept");
        return Mono.fromFuture(() -> enforcement.evaluate(path, accept))
                .flatMap(response -> response.isPresent()
                        ? ReactiveResponseWriter.write(response.get(), exchange.getResponse())
                        : chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
