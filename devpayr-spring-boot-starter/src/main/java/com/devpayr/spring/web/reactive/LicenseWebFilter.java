package com.devpayr.spring.web.reactive;

import com.devpayr.spring.web.EnforcementService;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A filter that responds to requests while the application is not permitted to run. Never blocks. */
final class LicenseWebFilter implements WebFilter, Ordered {
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final EnforcementService enforcement;
    private final ApplicationContext application;

    LicenseWebFilter(EnforcementService enforcement, ApplicationContext application) {
        this.enforcement = enforcement;
        this.application = application;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isOfChildContext(exchange)
                ? chain.filter(exchange)
                : Mono.fromFuture(() -> enforcement.evaluate(ReactiveRequests.of(exchange.getRequest())))
                        .flatMap(response -> response.isPresent()
                                ? ReactiveResponseWriter.write(response.get(), exchange.getResponse())
                                : chain.filter(exchange));
    }

    /**
     * Returns whether another server than the application's received the request: the actuator's, if {@code
     * management.server.port} is set. Its context is a child of the application's and inherits this filter.
     */
    private boolean isOfChildContext(ServerWebExchange exchange) {
        ApplicationContext receiver = exchange.getApplicationContext();
        return receiver != null && receiver != application && receiver.getParent() == application;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
