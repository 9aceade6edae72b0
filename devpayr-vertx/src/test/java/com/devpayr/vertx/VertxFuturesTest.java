package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Credential;
import com.devpayr.testkit.contract.AsyncContract;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of the futures of Vert.x. */
class VertxFuturesTest extends AsyncContract {
    @Override
    protected AsyncDevPayr createClient(DevPayrConfig config) {
        return VertxDevPayr.create(config).async();
    }

    @Test
    void rawCallCompletesOnAnEventLoop() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.response(200, "", "{\"data\":7}"));
                VertxDevPayr devpayr = VertxDevPayr.create(EventLoopTest.config(server.baseUrl()))) {
            Future<Boolean> onEventLoop = devpayr.raw("GET", "project/7/seats", Credential.API_KEY, null)
                    .map(seats -> {
                        assertThat(seats.body()).isEqualTo("{\"data\":7}");
                        return Context.isOnEventLoopThread();
                    });

            assertThat(EventLoopTest.get(onEventLoop)).isTrue();
        }
    }

    /** Callbacks must not block: they run on an event loop. */
    @Override
    @Test
    public void callbacksMayBlock() throws Exception {
        CountDownLatch attached = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(exchange -> {
                    attached.await();
                    Faults.response(200, "", "{\"data\":{\"id\":12,\"uuid\":\"k\"}}")
                            .act(exchange);
                });
                AsyncDevPayr devpayr = createClient(EventLoopTest.config(server.baseUrl()))) {
            CompletableFuture<Boolean> callback =
                    devpayr.licenses().get(1, 12).thenApply(license -> Context.isOnEventLoopThread());
            attached.countDown();

            assertThat(callback.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
