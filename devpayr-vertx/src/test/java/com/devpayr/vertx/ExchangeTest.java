package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawRequest;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests an exchange whose context does not run its tasks. */
@Timeout(60)
class ExchangeTest {
    private final DevPayrConfig config =
            DevPayrConfig.builder().apiKey("api-key").domain("shop.example.com").build();
    private final Vertx vertx = Vertx.vertx();
    private final VertxResources resources =
            VertxResources.on(vertx, config, new HttpClientOptions(), new PoolOptions());

    @AfterEach
    void close() {
        resources.close();
        vertx.close().await();
    }

    @Test
    void expiresAgainIfItsContextHasDroppedTheTask() {
        AtomicInteger tasks = new AtomicInteger();
        Context dropping = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                    if (tasks.incrementAndGet() > 1) {
                        // An event loop can be so busy that the exchange expires a third time before the task runs.
                        ((Handler<?>) arguments[0]).handle(null);
                    }
                    return null;
                });
        Exchange exchange = exchange(dropping);

        resources.register(exchange);

        assertThat(exchange)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("no connection within the timeout of 50 ms");
        assertThat(tasks).hasValue(2);
    }

    private Exchange exchange(Context context) {
        RawRequest request = new RawRequest(
                Operation.LICENSE_GET,
                "GET",
                config.baseUrl(),
                "project/1/licenses/12",
                Map.of(),
                null,
                1024,
                Duration.ofMillis(50));
        VertxTransport transport = new VertxTransport(resources, config, () -> {});
        return new Exchange(
                transport,
                resources,
                config,
                request,
                new RequestMapper(resources.webClient(), config).map(request),
                context);
    }
}
