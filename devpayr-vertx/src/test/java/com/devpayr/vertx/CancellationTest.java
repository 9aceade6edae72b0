package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.license.License;
import com.devpayr.secret.ApiKey;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests calls that are cancelled or whose client is closed. */
@Timeout(60)
class CancellationTest {
    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    @Test
    void callCancelledWhileWaitingForAConnectionIsNotSent() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch respond = new CountDownLatch(1);
        RawServer server = fixture.server((request, out) -> {
            received.countDown();
            RawServer.await(respond);
            RawServer.license(out);
        });
        VertxDevPayr devpayr = fixture.closeAfterTest(
                VertxDevPayr.builder(fixture.config(server).build())
                        .options(new WebClientOptions().setFollowRedirects(true))
                        .pool(new PoolOptions().setHttp1MaxSize(1))
                        .build());
        CompletableFuture<License> first = devpayr.async().licenses().get(1, 1);
        assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<License> second = devpayr.async().licenses().get(1, 2);

        second.cancel(true);
        respond.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).id()).isEqualTo(12);
        assertThat(devpayr.blocking().licenses().get(1, 3).id()).isEqualTo(12);
        assertThat(server.requests())
                .extracting(request -> request.head().lines().findFirst().orElseThrow())
                .noneMatch(line -> line.contains("licenses/2"));
    }

    @Test
    void closeFailsCallsThatWaitForAWorker() throws Exception {
        CountDownLatch busy = new CountDownLatch(VertxResources.WORKER_COUNT);
        RawServer server = fixture.server((request, out) -> RawServer.license(out));
        VertxDevPayr devpayr = fixture.client(fixture.config(server).apiKey(() -> {
            if (busy.getCount() > 0) {
                busy.countDown();
                awaitUnchecked(fixture.testEnd());
            }
            return ApiKey.of("api-key");
        }));
        List<CompletableFuture<License>> licenses = IntStream.rangeClosed(0, VertxResources.WORKER_COUNT)
                .mapToObj(i -> devpayr.async().licenses().get(1, 12))
                .toList();
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();

        devpayr.close();

        for (CompletableFuture<License> license : licenses) {
            assertThat(license.handle((value, failure) -> failure).get(10, TimeUnit.SECONDS))
                    .isNotNull();
        }
        assertThat(server.requests()).isEmpty();
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
