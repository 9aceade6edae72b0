package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.license.License;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests timeouts with servers that respond slowly or not at all. */
@Timeout(60)
class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    private static void assertTimesOut(DevPayr devpayr) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() ->
                        ClientFixture.repeatUntilSent(() -> devpayr.licenses().get(1, 12)))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT));
    }

    @Test
    void readTimeoutEndsAMissingResponse() throws IOException {
        RawServer server = fixture.server((request, out) -> stall());

        assertTimesOut(fixture.blocking(fixture.config(server).readTimeout(SHORT)));
    }

    @Test
    void callTimeoutEndsASlowBody() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(US_ASCII));
            trickle(out, ' ');
        });

        assertTimesOut(fixture.blocking(fixture.config(server).callTimeout(Duration.ofSeconds(1))));
    }

    @Test
    void readTimeoutRestartsWithEachByte() throws IOException {
        AtomicLong written = new AtomicLong(System.nanoTime());
        RawServer server = fixture.server((request, out) -> {
            String body = "{\"data\":{\"id\":12,\"uuid\":\"k\"}}";
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n").getBytes(US_ASCII));
            for (byte letter : body.getBytes(US_ASCII)) {
                out.write(letter);
                out.flush();
                written.set(System.nanoTime());
                pause(50); // less than the read timeout; the complete response takes longer
            }
        });

        DevPayr devpayr = fixture.blocking(fixture.config(server).readTimeout(Duration.ofSeconds(1)));

        assertThat(licenseFromAServerInTime(devpayr, written).id()).isEqualTo(12);
    }

    /** Repeats the call if the server has not written for most of the timeout, since its thread can be late on a busy machine. */
    private static License licenseFromAServerInTime(DevPayr devpayr, AtomicLong written) {
        while (true) {
            try {
                return devpayr.licenses().get(1, 12);
            } catch (TransportException failure) {
                boolean isInTime = System.nanoTime() - written.get() < TimeUnit.MILLISECONDS.toNanos(900);
                if (isInTime || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
            }
        }
    }

    @Test
    void callTimeoutEndsEndlessHeaders() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(US_ASCII));
            trickle(out, 'x');
        });

        assertTimesOut(fixture.blocking(fixture.config(server).callTimeout(Duration.ofSeconds(1))));
    }

    @Test
    void aShorterTimeoutExpiresBeforeALongerOneThatStartedFirst() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        RawServer server = fixture.server((request, out) -> {
            started.countDown();
            stall();
        });
        VertxDevPayr client =
                fixture.client(fixture.config(server).callTimeout(LONG).readTimeout(LONG));
        CompletableFuture<License> first = client.async().licenses().get(1, 12);
        started.await();

        assertTimesOut(client.blocking()
                .withOptions(CallOptions.builder().timeout(SHORT).build()));
        assertThat(first).isNotDone();
    }

    @Test
    void timeoutsExpireAfterTheirTimerExpiredForAnEarlierCall() throws IOException {
        RawServer server = fixture.server((request, out) -> stall());
        DevPayr devpayr = fixture.blocking(fixture.config(server).callTimeout(SHORT));

        assertTimesOut(devpayr);
        assertTimesOut(devpayr);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThreadingModel.class,
            names = {"EVENT_LOOP", "WORKER"})
    void timeoutsExpireAfterTheVerticleThatStartedTheFirstCallIsUndeployed(ThreadingModel threading)
            throws IOException {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        RawServer server = fixture.server((request, out) -> {
            if (isFirst.getAndSet(false)) {
                out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
            } else {
                stall();
            }
        });
        Vertx vertx = Vertx.vertx();
        fixture.closeAfterTest(() -> vertx.close().await());
        DevPayrConfig config = fixture.config(server)
                .callTimeout(Duration.ofSeconds(1))
                .readTimeout(LONG)
                .build();
        VertxDevPayr client = fixture.closeAfterTest(VertxDevPayr.create(vertx, config));
        client.blocking()
                .withOptions(CallOptions.builder().timeout(LONG).build())
                .licenses()
                .revoke(1, 12); // later requests start on the thread of the caller
        CallingVerticle verticle = new CallingVerticle(client);

        DeploymentOptions options =
                new DeploymentOptions().setThreadingModel(threading).setWorkerPoolName("closed-with-the-verticle");

        vertx.deployVerticle(verticle, options).compose(vertx::undeploy).await();

        assertTimesOut(client.blocking());
        assertThat(verticle.call)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("callTimeout");
    }

    private static final class CallingVerticle extends VerticleBase {
        private final VertxDevPayr client;
        private CompletableFuture<Void> call = new CompletableFuture<>();

        CallingVerticle(VertxDevPayr client) {
            this.client = client;
        }

        @Override
        public Future<?> start() {
            call = client.async().licenses().revoke(1, 12);
            return Future.succeededFuture();
        }
    }

    private void stall() throws IOException {
        try {
            fixture.testEnd().await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private void trickle(OutputStream out, char character) throws IOException {
        while (!pause(100)) {
            out.write(character);
            out.flush();
        }
    }

    /** Returns true when the test has ended. */
    private boolean pause(long millis) throws IOException {
        try {
            return fixture.testEnd().await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
