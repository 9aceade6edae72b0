package com.devpayr.spring.web.reactive;

import com.devpayr.gate.Gate;
import com.devpayr.gate.GateAnswer;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers in the application's place while its copy is not licensed. Never blocks: before the first answer it awaits a future. */
final class LicenseWebFilter implements WebFilter, Ordered {
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final Gate gate;
    private final LicenseGuard guard;

    LicenseWebFilter(Gate gate, LicenseGuard guard) {
        this.gate = gate;
        this.guard = guard;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (!gate.guards(path)) {
            return chain.filter(exchange);
        }
        return verdict().flatMap(verdict -> {
            GateAnswer answer = gate.answer(
                    guard, verdict, path, exchange.getRequest().getHeaders().getFirst("Accept"));
            return answer == null ? chain.filter(exchange) : write(answer, exchange.getResponse());
        });
    }

    private Mono<Verdict> verdict() {
        Verdict known = guard.current();
        boolean asked =
                !(known instanceof Verdict.Unknown unknown) || unknown.cause() != Verdict.Unknown.Cause.NOT_ASKED;
        return asked ? Mono.just(known) : Mono.fromFuture(guard::refresh);
    }

    private static Mono<Void> write(GateAnswer answer, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        answer.headers().forEach(response.getHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}
