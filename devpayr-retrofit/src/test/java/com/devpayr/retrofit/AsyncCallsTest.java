package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.error.TransportException;
import com.devpayr.project.Project;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the futures and threads of asynchronous calls. */
@Timeout(60)
class AsyncCallsTest {
    private static final int CALLS = 1000;

    /** The number of concurrent calls: all of them if each runs on a virtual thread. */
    private static final int CONCURRENT = Runtime.version().feature() < 21 ? 16 : CALLS;

    /** The number of platform threads that these calls occupy. */
    private static final int PLATFORM_THREADS = Runtime.version().feature() < 21 ? 16 : 0;

    private final OkHttpClient customClient = new OkHttpClient();

    @AfterEach
    void closeCustomClient() {
        customClient.dispatcher().executorService().shutdown();
        customClient.connectionPool().evictAll();
    }

    @Test
    void oneThousandConcurrentCallsUseFewThreads() throws Exception {
        Set<Thread> earlier = threadsOfCalls(); // a cancelled call of another test may not have ended yet
        CountDownLatch arrived = new CountDownLatch(CONCURRENT);
        CountDownLatch release = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(exchange -> {
                    arrived.countDown();
                    release.await();
                    Server.project().act(exchange);
                });
                AsyncDevPayr devpayr = RetrofitDevPayr.createAsync(
                        Server.config(server).callTimeout(Duration.ofMinutes(1)).build())) {
            List<CompletableFuture<Project>> futures = new ArrayList<>();

            for (int i = 0; i < CALLS; i++) {
                futures.add(devpayr.projects().get(7));
            }

            arrived.await();
            Set<Thread> occupied = threadsOfCalls();
            occupied.removeAll(earlier);
            release.countDown();
            assertThat(occupied).hasSize(PLATFORM_THREADS);
            for (CompletableFuture<Project> future : futures) {
                assertThat(future.get().id()).isEqualTo(7);
            }
            assertThat(server.requests()).hasSize(CALLS);
        }
    }

    @Test
    void cancellingTheFutureCancelsTheCall() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(exchange -> {
                    arrived.countDown();
                    exchange.stall();
                });
                AsyncDevPayr devpayr = RetrofitDevPayr.builder(
                                Server.config(server).build())
                        .client(notifying(cancelled))
                        .buildAsync()) {
            CompletableFuture<Project> future = devpayr.projects().get(7);
            arrived.await();

            future.cancel(false);

            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void callTimeoutIncludesTheWaitForAThreadAndCancelsTheCall() throws Exception {
        Dispatcher sequential = new Dispatcher();
        sequential.setMaxRequests(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(Faults.noResponse());
                AsyncDevPayr first = RetrofitDevPayr.builder(
                                Server.config(server).build())
                        .client(customClient.newBuilder().dispatcher(sequential).build())
                        .buildAsync();
                AsyncDevPayr second = RetrofitDevPayr.builder(Server.config(server)
                                .callTimeout(Duration.ofMillis(100))
                                .build())
                        .client(notifying(cancelled)
                                .newBuilder()
                                .dispatcher(sequential)
                                .build())
                        .buildAsync()) {
            CompletableFuture<Project> running = first.projects().get(7);

            assertThat(second.projects()
                            .get(7)
                            .handle((project, failure) -> failure)
                            .get())
                    .isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(TransportException.Kind.TIMEOUT));
            assertThat(running).isNotDone();
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            running.cancel(true);
        } finally {
            sequential.executorService().shutdown();
        }
    }

    @Test
    void callbacksOfATimeoutDoNotBlockTheTimerOfTheJdk() {
        try (FaultServer server = FaultServer.start(Faults.noResponse());
                AsyncDevPayr devpayr = RetrofitDevPayr.createAsync(Server.config(server)
                        .callTimeout(Duration.ofMillis(100))
                        .build())) {
            assertThat(devpayr.projects().get(7).handle((project, failure) -> new CompletableFuture<
                                    Throwable>() // never completes on the timer's thread
                            .completeOnTimeout(failure, 1, TimeUnit.MILLISECONDS)
                            .join()))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(TransportException.class);
        }
    }

    /** Returns a client that counts down when a call is cancelled. */
    private OkHttpClient notifying(CountDownLatch cancelled) {
        return customClient
                .newBuilder()
                .eventListener(new okhttp3.EventListener() {
                    @Override
                    public void canceled(okhttp3.Call call) {
                        cancelled.countDown();
                    }
                })
                .build();
    }

    /** Returns the platform threads that wait for the response to a call. OkHttp has others, for connections. */
    private static Set<Thread> threadsOfCalls() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("RealCall$AsyncCall")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
