package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.license.License;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests clients with different credentials that share one connection pool. */
@Timeout(60)
class TenantTest {
    private static final int TENANTS = 50;
    private static final int CALLS = 4;
    private static final int CONNECTIONS = 3;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private VertxDevPayr devpayr;
    private String baseUrl;

    @BeforeEach
    void open() throws Exception {
        HttpServer server = get(vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> {
                    keys.add(request.getHeader("X-API-KEY"));
                    request.response().end("{\"data\":{\"id\":12,\"uuid\":\"k\"}}");
                })
                .listen(0, "127.0.0.1"));
        baseUrl = "http://127.0.0.1:" + server.actualPort() + "/";
        devpayr = VertxDevPayr.builder(config("own"))
                .vertx(vertx)
                .pool(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        devpayr.close();
        get(vertx.close());
    }

    private DevPayrConfig config(String key) {
        return DevPayrConfig.builder()
                .apiKey(key)
                .domain("shop.example.com")
                .baseUrl(baseUrl)
                .build();
    }

    @Test
    void tenantsShareConnectionsAndSendTheirOwnCredentials() throws Exception {
        get(Future.all(IntStream.range(0, TENANTS * CALLS)
                .mapToObj(i -> devpayr.withConfig(config("key-" + i % TENANTS))
                        .licenses()
                        .get(1, 12))
                .toList()));

        assertThat(keys).hasSize(TENANTS).contains("key-0", "key-49").doesNotContain("own");
        assertThat(connections).hasValueLessThanOrEqualTo(CONNECTIONS);
    }

    @Test
    void rejectsTlsSettingsThatTheSharedConnectionsWouldIgnore() throws Exception {
        DevPayrConfig tenant = DevPayrConfig.builder()
                .apiKey("key")
                .baseUrl(baseUrl)
                .sslContext(SSLContext.getDefault())
                .build();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> devpayr.withConfig(tenant))
                .withMessageContaining("sslContext");
        try (VertxDevPayr secure = VertxDevPayr.builder(tenant).vertx(vertx).build()) {
            assertThat(secure.withConfig(config("other")).withConfig(tenant).config())
                    .isSameAs(tenant);
        }
    }

    @Test
    void derivedClientKeepsTheInterceptorsInOrder() throws Exception {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        VertxDevPayr observed = devpayr.with(recording("first", seen)).with(recording("second", seen));

        get(observed.licenses().get(1, 12));
        get(observed.withConfig(config("key")).licenses().get(1, 12));

        assertThat(seen)
                .containsExactly("first license.get", "second license.get", "first license.get", "second license.get");
    }

    private static AsyncCallInterceptor recording(String name, Queue<String> seen) {
        return call -> {
            seen.add(name + " " + call.operation().id());
            return call.proceed();
        };
    }

    @Test
    void closeOfADerivedClientKeepsTheOthersAndCloseOfTheOriginalClosesAll() throws Exception {
        VertxDevPayr acme = devpayr.withConfig(config("acme"));
        VertxDevPayr other = devpayr.withConfig(config("other"));

        acme.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> acme.blocking().licenses().get(1, 12));
        License license = get(other.licenses().get(1, 12));
        devpayr.close();

        assertThat(license.id()).isEqualTo(12);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> get(other.licenses().get(1, 12)));
    }
}
