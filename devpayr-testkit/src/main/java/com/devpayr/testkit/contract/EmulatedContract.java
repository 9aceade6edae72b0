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
 * The contract over HTTP, against an emulator of its own on a free port of the loopback interface.
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

    /** For subclasses. */
    protected EmulatedContract() {}

    /** A client of the transport under test. */
    protected abstract DevPayr createClient(DevPayrConfig config);

    @BeforeEach
    final void noEmulatorYet() {
        emulator = null;
    }

    @Override
    protected final DevPayr createClient(InMemoryDevPayr fake, DevPayrConfig.Builder config) {
        return createClient(config.baseUrl(emulatorOf(fake).baseUrl()).build());
    }

    @Test
    void aRequestThatNeverLeftCanBeRepeatedSafely() throws IOException {
        DevPayr nowhere = closeAfterTest(createClient(DevPayrConfig.builder()
                .apiKey("api-key")
                .domain(DOMAIN)
                .baseUrl("http://127.0.0.1:" + unusedPort() + "/api/v1/")
                .build()));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() ->
                        nowhere.licenses().create(1, LicenseDraft.builder("Pro").build()))
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(TransportException.Kind.CONNECT);
                    assertThat(failure.requestMayHaveBeenSent()).isFalse();
                    assertThat(failure.toString()).doesNotContain("api-key");
                });
    }

    @Test
    void anAnswerThatDoesNotComeIsWaitedForNoLongerThanConfigured() {
        CountDownLatch over = new CountDownLatch(1);
        DevPayr impatient =
                connect(DevPayrConfig.builder().apiKey("api-key").domain(DOMAIN).readTimeout(Duration.ofMillis(100)));
        int tries = attemptsOf(Operation.LICENSE_GET);
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(200).delayedUntil(over).times(tries));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> impatient.licenses().get(1, 1))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(TransportException.Kind.TIMEOUT));
        over.countDown();
        assertThat(fake().requests()).hasSize(tries);
    }

    /** Each byte comes before the read timeout is over: what ends the call is the overall one. */
    @Test
    @Timeout(30)
    void anAnswerThatComesInDripsIsLeftAfterTheCallTimeout() {
        try (FaultServer server = FaultServer.start(Faults.slowBody())) {
            DevPayr impatient = closeAfterTest(createClient(DevPayrConfig.builder()
                    .apiKey("api-key")
                    .domain(DOMAIN)
                    .baseUrl(server.baseUrl())
                    .readTimeout(Duration.ofMinutes(1))
                    .callTimeout(Duration.ofMillis(300))
                    .build()));

            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> impatient.licenses().get(1, 1))
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
