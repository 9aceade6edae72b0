package com.devpayr.spring.web;

import static com.devpayr.spring.web.EnforcementContexts.BROWSER;
import static com.devpayr.spring.web.EnforcementContexts.EXEMPT;
import static com.devpayr.spring.web.EnforcementContexts.PAGE;
import static com.devpayr.spring.web.EnforcementContexts.UNENDING;
import static com.devpayr.spring.web.EnforcementContexts.firstVerdict;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spring.HeldResponse;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Tests the enforcement in reactive applications. */
class ReactiveEnforcementTest {
    private final ReactiveWebApplicationContextRunner reactive = EnforcementContexts.reactive();

    @Test
    void sendsAPageFromAReactiveApplication() {
        reactive.withPropertyValues(PAGE).run(context -> {
            assertThat(exchange(context, "/shop", BROWSER).getBodyAsString().block())
                    .isEqualTo("the shop");
            context.getBean(FakeLicense.class).revoked();
            context.getBean(LicenseGuard.class).refresh().join();

            MockServerHttpResponse response = exchange(context, "/shop", BROWSER);
            assertThat(response.getStatusCode()).hasToString("402 PAYMENT_REQUIRED");
            assertThat(response.getBodyAsString().block()).contains("has been revoked");
            assertThat(exchange(context, "/actuator/health", BROWSER)
                            .getBodyAsString()
                            .block())
                    .isEqualTo("the shop");
        });
    }

    @Test
    void theWebFilterNeverBlocks() {
        HeldResponse held = new HeldResponse();
        reactive.withPropertyValues(PAGE).run(context -> {
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());
            AtomicBoolean passed = new AtomicBoolean();

            CompletableFuture<Void> done = context.getBean(WebFilter.class)
                    .filter(request("/shop", BROWSER), exchange -> Mono.fromRunnable(() -> passed.set(true)))
                    .toFuture();

            assertThat(done).isNotDone(); // the thread is not blocked during the license check
            held.release();
            assertThat(done).succeedsWithin(Duration.ofSeconds(10));
            assertThat(passed).isTrue();
        });
    }

    @Test
    void excludedPathsDoNotWaitInAReactiveApplication() {
        HeldResponse held = new HeldResponse();
        reactive.withPropertyValues(PAGE, UNENDING, "devpayr.enforcement.exclude=/help")
                .run(context -> {
                    CompletableFuture<Verdict> first = firstVerdict(context, held);

                    for (String exempt : EXEMPT) {
                        assertThat(context.getBean(WebFilter.class)
                                        .filter(request(exempt, BROWSER), exchange -> Mono.empty())
                                        .toFuture())
                                .as(exempt)
                                .isCompleted();
                    }
                    assertThat(first).isNotDone();
                    held.release();
                });
    }

    private static MockServerWebExchange request(String path, String accept) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path).header("Accept", accept));
    }

    private static MockServerHttpResponse exchange(ApplicationContext context, String path, String accept) {
        MockServerWebExchange exchange = request(path, accept);
        context.getBean(WebFilter.class)
                .filter(exchange, passed -> passed.getResponse()
                        .writeWith(Mono.just(passed.getResponse()
                                .bufferFactory()
                                .wrap("the shop".getBytes(StandardCharsets.UTF_8)))))
                .block(Duration.ofSeconds(10));
        return exchange.getResponse();
    }
}
