package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import com.devpayr.testkit.model.StubResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
public abstract class EmulatedContract extends DevPayrContract {
    private @Nullable DevPayrEmulator emulator;

    /** Constructor for subclasses. */
    protected EmulatedContract() {}

    /** Creates a client of the transport under test. */
    protected abstract DevPayr createClient(DevPayrConfig config);

    @BeforeEach
    final void resetEmulator() {
        emulator = null;
    }

    @Override
    protected final DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return createClient(config.baseUrl(emulatorOf(fake).baseUrl()).build());
    }

    @Test
    void refusedConnectionIsKnownNotToHaveSentTheRequest() throws IOException {
        DevPayr devpayr = closeAfterTest(createClient(DevPayrConfig.builder()
                .apiKey("api-key")
                .domain(DOMAIN)
                .baseUrl("http://127.0.0.1:" + unusedPort() + "/api/v1/")
                .build()));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() ->
                        devpayr.licenses().create(1, LicenseDraft.builder("Pro").build()))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(TransportException.Kind.CONNECT);
                    assertThat(failure.requestMayHaveBeenSent()).isFalse();
                    assertThat(failure.toString()).doesNotContain("api-key");
                });
    }

    @Test
    void readTimeoutEndsTheCall() {
        CountDownLatch finished = new CountDownLatch(1);
        DevPayr devpayr =
                connect(DevPayrConfig.builder().apiKey("api-key").domain(DOMAIN).readTimeout(Duration.ofMillis(100)));
        int attempts = attemptsOf(Operation.LICENSE_GET);
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(200).delayedUntil(finished).times(attempts));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 1))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT));
        finished.countDown();
        assertThat(fake().requests()).hasSize(attempts);
    }

    /** Every byte arrives within the read timeout, so that only the call timeout ends the call. */
    @Test
    @Timeout(30)
    void callTimeoutEndsASlowResponse() {
        try (FaultServer server = FaultServer.start(Faults.slowBody())) {
            DevPayr devpayr = closeAfterTest(createClient(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain(DOMAIN)
                    .baseUrl(server.baseUrl())
                    .readTimeout(Duration.ofMinutes(1))
                    .callTimeout(Duration.ofMillis(300))
                    .build()));

            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.licenses().get(1, 1))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT));
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
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
