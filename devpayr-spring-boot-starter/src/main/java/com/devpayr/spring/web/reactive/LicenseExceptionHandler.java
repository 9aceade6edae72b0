package com.devpayr.spring.web.reactive;

import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.spring.web.DenialResponses;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers a refusal that a handler of Spring WebFlux ended with, after the application's own exception handlers. */
final class LicenseExceptionHandler implements WebExceptionHandler, Ordered {
    /** Before Spring Boot's page of errors, which is at -1. */
    private static final int ORDER = -2;

    private final LicenseEnforcer gate;

    LicenseExceptionHandler(LicenseEnforcer gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        EnforcementResponse answer =
                DenialResponses.of(failure, gate, exchange.getRequest().getHeaders().getFirst("Accept"));
        return answer == null || exchange.getResponse().isCommitted()
                ? Mono.error(failure)
                : ReactiveResponseWriter.write(answer, exchange.getResponse());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
