package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ServerException;
import com.devpayr.error.TransportException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.model.StubResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract suite over HTTP, against an emulator on a free port of the loopback interface.
 *
 * <pre>{@code
 * class FeignContractTest extends EmulatedContract {
 *     protected DevPayr createClient(DevPayrConfig config) {
 *         return FeignDevPayr.create(config);
 *     }
 * }
 * }</pre>
 */
public abstract class EmulatedContract extends ConnectionContract {
    private @Nullable DevPayrEmulator emulator;

    /** Constructor for subclasses. */
    protected EmulatedContract() {}

    /**
     * Returns whether headers that HTTP libraries may fail to parse are tested with every status, rather than with those for
     * which they have a meaning. Takes five times as long: 9000 calls. False by default; one class of each HTTP library
     * should return true.
     */
    protected boolean combinesHostileHeadersWithEveryStatus() {
        return false;
    }

    @BeforeEach
    final void resetEmulator() {
        emulator = null;
    }

    @Override
    protected final DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return createClient(config.baseUrl(emulatorOf(fake).baseUrl()).build());
    }

    @Test
    @Timeout(30)
    public void readTimeoutEndsTheCall() {
        CountDownLatch finished = new CountDownLatch(1);
        DevPayr devpayr =
                connect(DevPayrConfig.builder().apiKey("api-key").domain(DOMAIN).readTimeout(Duration.ofMillis(100)));
        int attempts = attemptsOf(Operation.LICENSE_GET);
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(200).delayedUntil(finished).times(attempts));
        AtomicLong started = new AtomicLong();

        TransportException failure = failureOfSentCall(() -> {
            started.set(System.nanoTime());
            devpayr.licenses().get(1, 1);
        });

        assertThat(Duration.ofNanos(System.nanoTime() - started.get())).isLessThan(NO_DEFAULT);
        assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
        finished.countDown();
        awaitRequests(attempts);
        assertThat(fake().requests()).hasSize(attempts);
    }

    /** Waits until the test's timeout: that of a client can expire before the emulator has read the request. */
    private void awaitRequests(int number) {
        while (fake().requests().size() < number && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(30)
    public void timeoutOfACallEndsASlowResponse() {
        try (FaultServer server = FaultServer.start(Faults.slowBody())) {
            DevPayr devpayr = closeAfterTest(createClient(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain(DOMAIN)
                    .baseUrl(server.baseUrl())
                    .readTimeout(Duration.ofMinutes(1))
                    .callTimeout(Duration.ofMinutes(2))
                    .build()));

            CallOptions options =
                    CallOptions.builder().timeout(Duration.ofMillis(300)).build();

            TransportException failure = failureOfSentCall(
                    () -> devpayr.withOptions(options).licenses().get(1, 1));

            assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
            assertThat(failure).hasMessageContainingAll("300 ms", "(timeout)");
            assertThat(server.requests())
                    .as("calls that were repeated sent nothing")
                    .hasSizeLessThanOrEqualTo(attemptsOf(Operation.LICENSE_GET));
        }
    }

    /** A response takes longer than the configured millisecond. */
    @Test
    public void timeoutOfACallMayBeLongerThanTheConfiguredOne() {
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .domain(DOMAIN)
                .callTimeout(Duration.ofMillis(1)));

        assertThat(devpayr.withOptions(CallOptions.builder()
                                .timeout(Duration.ofSeconds(30))
                                .build())
                        .projects()
                        .list(PageRequest.first())
                        .items())
                .isEmpty();
    }

    @Test
    public void readsACompressedResponse() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}".getBytes(StandardCharsets.UTF_8));
        }
        try (FaultServer server =
                FaultServer.start(Faults.response(200, "Content-Encoding: gzip\r\n", compressed.toByteArray()))) {
            DevPayr devpayr = closeAfterTest(createClient(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain(DOMAIN)
                    .baseUrl(server.baseUrl())
                    .build()));

            assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
            assertThat(server.requests().get(0)).containsIgnoringCase("\r\nAccept-Encoding: gzip");
        }
    }

    /** Whatever a server or a proxy sends, a call ends with a result or with an exception of the documented hierarchy. */
    @Test
    @Tag("exhaustive")
    @Timeout(300)
    public void hostileHeadersCauseDocumentedExceptionsOnly() {
        try (FaultServer server = FaultServer.start()) {
            DevPayr devpayr = closeAfterTest(createClient(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain(DOMAIN)
                    .baseUrl(server.baseUrl())
                    .readTimeout(Duration.ofSeconds(5))
                    .build()));
            List<String> undocumented = new ArrayList<>();
            AtomicInteger creates = new AtomicInteger();
            HostileHeaders.lines().forEach(line -> hostileStatuses(line).forEach(status -> {
                server.setFault(HostileHeaders.response(status, line));
                String name = status + " " + line;
                addUndocumented(undocumented, name, () -> devpayr.licenses().get(1, 1));
                creates.incrementAndGet();
                addUndocumented(undocumented, name, () -> devpayr.licenses()
                        .create(1, LicenseDraft.builder("Pro").build()));
            }));

            assertThat(undocumented).isEmpty();
            assertThat(server.requests())
                    .filteredOn(request -> request.startsWith("POST"))
                    .as("no create is sent twice")
                    .hasSizeLessThanOrEqualTo(creates.get());
        }
    }

    private List<Integer> hostileStatuses(String line) {
        return combinesHostileHeadersWithEveryStatus() ? HostileHeaders.STATUSES : HostileHeaders.statusesOf(line);
    }

    private static void addUndocumented(List<String> undocumented, String name, Runnable call) {
        try {
            call.run();
        } catch (DevPayrException documented) {
            assertThat(documented).hasMessageNotContaining("api-key");
        } catch (RuntimeException | Error failure) {
            undocumented.add(name.substring(0, Math.min(80, name.length())) + " -> " + failure);
        }
    }

    /** An overflowing {@code Retry-After} is a long one: DevPayr has refused the request. */
    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "99999999999999999999"})
    public void anOverflowingRetryAfterOfARefusedCreateIsNotAnUnknownOutcome(String seconds) {
        DevPayr backend = backend();
        fake().stubNext(
                        Operation.LICENSE_CREATE,
                        StubResponse.of(503)
                                .header("Retry-After", seconds)
                                .times(attemptsOf(Operation.LICENSE_CREATE)));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() ->
                        backend.licenses().create(1, LicenseDraft.builder("Pro").build()))
                .satisfies(failure ->
                        assertThat(failure.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(999_999_999)));
    }

    private DevPayrEmulator emulatorOf(InMemoryDevPayr fake) {
        DevPayrEmulator running = emulator;
        if (running == null) {
            running = closeAfterTest(DevPayrEmulator.start(fake));
            emulator = running;
        }
        return running;
    }
}
