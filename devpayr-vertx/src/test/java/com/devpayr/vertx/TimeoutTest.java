package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.license.License;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests timeouts with servers that respond slowly or not at all. */
@Timeout(60)
class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    private static void assertTimesOut(DevPayr devpayr) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 12))
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
        RawServer server = fixture.server((request, out) -> {
            String body = "{\"data\":{\"id\":12,\"uuid\":\"k\"}}";
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n").getBytes(US_ASCII));
            for (byte letter : body.getBytes(US_ASCII)) {
                out.write(letter);
                out.flush();
                pause(50); // less than the read timeout; the complete response takes longer
            }
        });

        License license = fixture.blocking(fixture.config(server).readTimeout(Duration.ofSeconds(1)))
                .licenses()
                .get(1, 12);

        assertThat(license.id()).isEqualTo(12);
    }

    @Test
    void callTimeoutEndsEndlessHeaders() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Endless: ".getBytes(US_ASCII));
            trickle(out, 'x');
        });

        assertTimesOut(fixture.blocking(fixture.config(server).callTimeout(Duration.ofSeconds(1))));
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
