package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of connections: timeouts, interrupts, closing, and calls of several threads. */
abstract class ConnectionContract extends DevPayrContract {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(20);

    /** Less than the default timeouts of HTTP libraries. */
    static final Duration NO_DEFAULT = Duration.ofSeconds(8);

    /** More calls than time out in the time that a test may take. */
    private static final int MAX_QUEUE = 200;

    private static final int THREADS = 8;
    private static final long CALLS = 25;

    private static final int CONCURRENT_CALLS = 12;
    private static final int ROUNDS = 5;

    /** Creates a client of the transport under test. */
    protected abstract DevPayr createClient(DevPayrConfig config);

    private DevPayr connectTo(String baseUrl, DevPayrConfig.Builder config) {
        return closeAfterTest(createClient(
                config.apiKey("api-key").domain(DOMAIN).baseUrl(baseUrl).build()));
    }

    /** Returns a configuration whose timeouts are longer than a test. */
    private static DevPayrConfig.Builder patient() {
        return DevPayrConfig.builder().readTimeout(LONG).callTimeout(LONG);
    }

    private static void get(DevPayr devpayr) {
        devpayr.licenses().get(1, 12);
    }

    private static void create(DevPayr devpayr) {
        devpayr.licenses().create(1, LicenseDraft.builder("Pro").build());
    }

    /**
     * Returns the failure of a call that had a connection. A call that had none sent nothing and is repeated: on a busy machine, a
     * short timeout can expire before the connection is open.
     */
    static TransportException failureOfSentCall(ThrowingCallable call) {
        return failureOfSentCall(TransportException.class, call);
    }

    private static <F extends DevPayrException> F failureOfSentCall(Class<F> type, ThrowingCallable call) {
        Throwable failure;
        do {
            failure = catchThrowable(call);
        } while (hasNotConnected(failure) && !Thread.currentThread().isInterrupted());
        assertThat(failure).isInstanceOf(type);
        return type.cast(failure);
    }

    private static boolean hasNotConnected(@Nullable Throwable failure) {
        return failure instanceof TransportException transport && transport.kind() == Kind.CONNECT;
    }

    private static void assertKind(@Nullable Throwable failure, Kind kind) {
        assertThat(failure).isInstanceOfSatisfying(TransportException.class, transport -> assertThat(transport.kind())
                .isEqualTo(kind));
    }

    private static void assertOutcomeUnknown(@Nullable Throwable failure, Kind kind) {
        assertThat(failure)
                .isInstanceOfSatisfying(OutcomeUnknownException.class, unknown -> assertKind(unknown.getCause(), kind));
    }

    @Test
    public void refusedConnectionIsKnownNotToHaveSentTheRequest() throws IOException {
        Socket refusing = closeAfterTest(new Socket()); // keeps its port, but does not listen
        refusing.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DevPayr devpayr =
                connectTo("http://127.0.0.1:" + refusing.getLocalPort() + "/api/v1/", DevPayrConfig.builder());

        assertNotConnected(devpayr);
    }

    @Test
    public void connectTimeoutEndsACallWithoutAConnection() throws IOException {
        UnresponsiveListener listener = closeAfterTest(UnresponsiveListener.open());
        DevPayr devpayr = connectTo(listener.baseUrl(), patient().connectTimeout(SHORT));
        long started = System.nanoTime();

        assertNotConnected(devpayr);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(NO_DEFAULT);
    }

    private static void assertNotConnected(DevPayr devpayr) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> create(devpayr))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.CONNECT);
                    assertThat(failure.requestMayHaveBeenSent()).isFalse();
                    assertThat(failure.toString()).doesNotContain("api-key");
                });
    }

    /** Every byte arrives within the read timeout, so that only the call timeout ends the call. */
    @Test
    @Timeout(30)
    public void callTimeoutEndsASlowResponse() {
        FaultServer server = closeAfterTest(FaultServer.start(Faults.slowBody()));
        DevPayr devpayr = connectTo(
                server.baseUrl(), DevPayrConfig.builder().readTimeout(LONG).callTimeout(Duration.ofMillis(300)));

        TransportException failure = failureOfSentCall(() -> get(devpayr));

        assertKind(failure, Kind.TIMEOUT);
        assertThat(failure).hasMessageContainingAll("300 ms", "(callTimeout)");
        assertThat(server.requests())
                .as("calls that were repeated sent nothing")
                .hasSizeLessThanOrEqualTo(attemptsOf(Operation.LICENSE_GET));
    }

    /** The server accepts a part of the file and never reads it. The client can be closed meanwhile. */
    @Test
    @Timeout(30)
    public void readTimeoutEndsAStalledUpload() throws IOException {
        try (ServerSocket stalled = new ServerSocket(0, MAX_QUEUE, InetAddress.getLoopbackAddress())) {
            stalled.setReceiveBufferSize(4096);
            DevPayr devpayr = connectTo(
                    "http://127.0.0.1:" + stalled.getLocalPort() + "/api/v1/",
                    patient().readTimeout(Duration.ofMillis(300)));
            InjectableDraft draft = largeFile();
            AtomicLong started = new AtomicLong();

            OutcomeUnknownException failure = failureOfSentCall(OutcomeUnknownException.class, () -> {
                started.set(System.nanoTime());
                devpayr.injectables().create(7, draft);
            });

            assertKind(failure.getCause(), Kind.TIMEOUT);
            assertThat(failure.getCause()).hasMessageEndingWith("(readTimeout)");
            devpayr.close();
            assertThat(Duration.ofNanos(System.nanoTime() - started.get())).isLessThan(NO_DEFAULT);
        }
    }

    /** Returns a file of the maximum size, which is larger than the usual buffers of a connection. */
    private static InjectableDraft largeFile() {
        return InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("logo")
                .file(Upload.of("logo.png", new byte[5 * 1024 * 1024]))
                .build();
    }

    /** The rest of the body never arrives. The status is sufficient to create the exception. */
    @Test
    @Timeout(30)
    public void bodyOfAnErrorIsReadUpToTheMaximumSize() {
        FaultServer server = closeAfterTest(FaultServer.start(exchange -> {
            exchange.write("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n" + " ".repeat(2000));
            exchange.stall();
        }));
        DevPayr devpayr = connectTo(server.baseUrl(), patient().maxResponseBytes(1000));

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> get(devpayr));
    }

    /** Returns whether an interrupt also ends the request. True by default; false for futures that cannot be cancelled. */
    protected boolean interruptEndsTheRequest() {
        return true;
    }

    /** A read and a create in progress that receive no response. */
    private record StalledCalls(FaultServer server, DevPayr devpayr, PendingCall read, PendingCall create) {}

    private StalledCalls stallCalls() throws InterruptedException {
        StalledRequests stalled = new StalledRequests(2);
        FaultServer server = closeAfterTest(FaultServer.start(stalled));
        DevPayr devpayr = connectTo(server.baseUrl(), patient());
        PendingCall read = PendingCall.start(() -> get(devpayr));
        PendingCall create = PendingCall.start(() -> create(devpayr));
        stalled.await(END);
        return new StalledCalls(server, devpayr, read, create);
    }

    @Test
    @Timeout(60)
    public void interruptEndsACallAndKeepsTheFlag() throws Exception {
        StalledCalls calls = stallCalls();

        calls.read.interrupt();
        calls.create.interrupt();

        assertKind(calls.read.await(END).failure(), Kind.INTERRUPTED);
        assertOutcomeUnknown(calls.create.await(END).failure(), Kind.INTERRUPTED);
        assertThat(calls.read.await(END).isInterrupted()).isTrue();
        assertThat(calls.create.await(END).isInterrupted()).isTrue();
        if (interruptEndsTheRequest()) {
            assertThat(calls.server.awaitNoConnection(END)).isTrue();
        }
        assertThat(calls.server.requests()).hasSize(2);
    }

    @Test
    @Timeout(60)
    public void closeFailsCallsInProgress() throws Exception {
        StalledCalls calls = stallCalls();

        calls.devpayr.close();

        assertKind(calls.read.await(END).failure(), Kind.CONNECTION_LOST);
        assertOutcomeUnknown(calls.create.await(END).failure(), Kind.CONNECTION_LOST);
        assertThat(calls.server.awaitNoConnection(END)).isTrue();
        assertThat(calls.server.requests()).hasSize(2);
    }

    @Test
    @Timeout(60)
    public void eachThreadReceivesTheResponsesToItsOwnCalls() throws Exception {
        FaultServer server = closeAfterTest(FaultServer.start(new RequestedLicense()));
        DevPayr devpayr = connectTo(server.baseUrl(), patient());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        closeAfterTest(threads::shutdownNow);
        List<Callable<List<Long>>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long first = 1L + i * CALLS;
            calls.add(() -> idsOf(devpayr, first));
        }

        List<Future<List<Long>>> results = threads.invokeAll(calls);

        for (int i = 0; i < THREADS; i++) {
            long first = 1L + i * CALLS;
            assertThat(results.get(i).get()).isEqualTo(ids(first));
        }
        assertThat(server.requests()).hasSize((int) (THREADS * CALLS));
    }

    /**
     * Makes more calls at a time than many HTTP libraries keep connections by default. Some new connections are permitted, since a
     * connection can become free shortly after its call has ended.
     */
    @Test
    @Timeout(60)
    public void connectionsOfConcurrentCallsAreUsedAgain() throws Exception {
        FaultServer server = closeAfterTest(FaultServer.start(new ConcurrentRequests(CONCURRENT_CALLS)));
        DevPayr devpayr = connectTo(server.baseUrl(), patient());
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_CALLS);
        closeAfterTest(threads::shutdownNow);
        Callable<License> call = () -> devpayr.licenses().get(1, 12);

        for (int round = 0; round < ROUNDS; round++) {
            for (Future<License> result : threads.invokeAll(Collections.nCopies(CONCURRENT_CALLS, call))) {
                assertThat(result.get().id()).isEqualTo(12);
            }
        }

        assertThat(server.requests()).hasSize(ROUNDS * CONCURRENT_CALLS);
        assertThat(server.connections()).isLessThan(2 * CONCURRENT_CALLS);
    }

    private static List<Long> idsOf(DevPayr devpayr, long first) {
        return ids(first).stream().map(id -> devpayr.licenses().get(1, id).id()).toList();
    }

    private static List<Long> ids(long first) {
        return LongStream.range(first, first + CALLS).boxed().toList();
    }
}
