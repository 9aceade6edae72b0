package com.devpayr.spring.web.reactive;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.spring.web.DenialResponses;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Handles license exceptions in Spring WebFlux, after the application's own exception handlers. */
final class LicenseExceptionHandler implements WebExceptionHandler, Ordered {
    /** Before Spring Boot's error handler, which has order -1. */
    private static final int ORDER = -2;

    private final DenialResponses responses;

    LicenseExceptionHandler(DenialResponses responses) {
        this.responses = responses;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable exception) {
        EnforcementResponse response = responses.of(exception, ReactiveRequests.of(exchange.getRequest()));
        return response == null || exchange.getResponse().isCommitted()
                ? Mono.error(exception)
                : ReactiveResponseWriter.write(response, exchange.getResponse());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
