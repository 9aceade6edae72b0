package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.NotFoundException;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users of {@link CompletableFuture} expect of the asynchronous style. */
@Timeout(60)
class AsyncCallsTest {
    private static final int MANY = 1000;

    /** How many calls reach the server before any is answered: all, where each runs on a virtual thread. */
    private static final int AT_ONCE = Runtime.version().feature() < 21 ? 16 : MANY;

    /** How many platform threads these calls occupy. */
    private static final int PLATFORM_THREADS = Runtime.version().feature() < 21 ? 16 : 0;

    private final OkHttpClient callers = new OkHttpClient();

    @AfterEach
    void closeTheCallersClient() {
        callers.dispatcher().executorService().shutdown();
        callers.connectionPool().evictAll();
    }

    @Test
    void aThousandCallsAreInFlightOnAHandfulOfThreads() throws Exception {
        CountDownLatch arrived = new CountDownLatch(AT_ONCE);
        CountDownLatch over = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(exchange -> {
                    arrived.countDown();
                    over.await();
                    Server.project().act(exchange);
                });
                AsyncDevPayr devpayr = RetrofitDevPayr.createAsync(
                        Server.config(server).callTimeout(Duration.ofMinutes(1)).build())) {
            List<CompletableFuture<Project>> answers = new ArrayList<>();

            for (int i = 0; i < MANY; i++) {
                answers.add(devpayr.projects().get(7));
            }

            arrived.await();
            Set<Thread> occupied = threadsOfCalls();
            over.countDown();
            assertThat(occupied).hasSize(PLATFORM_THREADS);
            for (CompletableFuture<Project> answer : answers) {
                assertThat(answer.get().id()).isEqualTo(7);
            }
            assertThat(server.requests()).hasSize(MANY);
        }
    }

    @Test
    void aFailureIsTheFuturesOwnAndNotWrapped() throws Exception {
        try (FaultServer server = FaultServer.start(Faults.response(404, "", "{}"));
                AsyncDevPayr devpayr =
                        RetrofitDevPayr.createAsync(Server.config(server).build())) {
            CompletableFuture<Project> answer = devpayr.projects().get(7);

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(answer::get)
                    .extracting(Throwable::getCause)
                    .isInstanceOf(NotFoundException.class);
            assertThat(answer.handle((project, failure) -> failure).get()).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatFailsBeforeAnyIoFailsTheFutureToo() throws Exception {
        try (FaultServer server = FaultServer.start(Server.project());
                AsyncDevPayr devpayr = RetrofitDevPayr.createAsync(DevPayrConfig.builder()
                        .domain("shop.example.com")
                        .baseUrl(server.baseUrl())
                        .build())) {
            assertThat(devpayr.projects()
                            .get(7)
                            .handle((project, failure) -> failure)
                            .get())
                    .isInstanceOf(MissingCredentialException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void cancellingTheFutureCancelsTheCall() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        OkHttpClient watched = callers.newBuilder()
                .eventListener(new okhttp3.EventListener() {
                    @Override
                    public void canceled(okhttp3.Call call) {
                        cancelled.countDown();
                    }
                })
                .build();
        try (FaultServer server = FaultServer.start(exchange -> {
                    arrived.countDown();
                    exchange.stall();
                });
                AsyncDevPayr devpayr = RetrofitDevPayr.builder(
                                Server.config(server).build())
                        .client(watched)
                        .buildAsync()) {
            CompletableFuture<Project> answer = devpayr.projects().get(7);
            arrived.await();

            answer.cancel(false);

            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theCallTimeoutCountsTheWaitForAThread() throws Exception {
        Dispatcher oneAtATime = new Dispatcher();
        oneAtATime.setMaxRequests(1);
        CountDownLatch over = new CountDownLatch(1);
        try (FaultServer server = FaultServer.start(Faults.noResponse());
                AsyncDevPayr patient = RetrofitDevPayr.builder(
                                Server.config(server).build())
                        .client(callers.newBuilder().dispatcher(oneAtATime).build())
                        .buildAsync();
                AsyncDevPayr hurried = RetrofitDevPayr.builder(Server.config(server)
                                .callTimeout(Duration.ofMillis(100))
                                .build())
                        .client(callers.newBuilder().dispatcher(oneAtATime).build())
                        .buildAsync()) {
            CompletableFuture<Project> first = patient.projects().get(7);

            assertThat(hurried.projects()
                            .get(7)
                            .handle((project, failure) -> failure)
                            .get())
                    .isInstanceOfSatisfying(TransportException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(TransportException.Kind.TIMEOUT));
            assertThat(first).isNotDone();
            first.cancel(true);
            over.countDown();
        } finally {
            oneAtATime.executorService().shutdown();
        }
    }

    /** The JVM's threads, but for the server's; virtual threads are not among them. */
    /** Returns the platform threads that wait for the response to a call. OkHttp has others, for connections. */
    private static Set<Thread> threadsOfCalls() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("RealCall$AsyncCall")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
