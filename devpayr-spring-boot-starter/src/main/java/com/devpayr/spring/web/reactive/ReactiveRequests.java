package com.devpayr.spring.web.reactive;

import com.devpayr.enforcement.EnforcementRequest;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Translates WebFlux requests for enforcement. */
final class ReactiveRequests {
    private ReactiveRequests() {}

    static EnforcementRequest of(ServerHttpRequest request) {
        RequestPath path = request.getPath();
        return EnforcementRequest.of(
                request.getMethod().name(),
                path.contextPath().value(),
                path.pathWithinApplication().value(),
                request.getHeaders()::getFirst);
    }
}
