package com.devpayr.spring.web.reactive;

import com.devpayr.spring.web.EnforcementService;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers in the application's place while its copy is not licensed. Never blocks: before the first answer it awaits a future. */
final class LicenseWebFilter implements WebFilter, Ordered {
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final EnforcementService admission;

    LicenseWebFilter(EnforcementService admission) {
        this.admission = admission;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        String accept = exchange.getRequest().getHeaders().getFirst("Accept");
        return Mono.fromFuture(() -> admission.decide(path, accept))
                .flatMap(answer -> answer.isPresent()
                        ? ReactiveResponseWriter.write(answer.get(), exchange.getResponse())
                        : chain.filter(exchange));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
