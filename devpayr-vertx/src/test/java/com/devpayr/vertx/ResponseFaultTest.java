package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests lost connections, redirects, compression and oversized responses. */
@Timeout(60)
class ResponseFaultTest {
    @RegisterExtension
    private final ClientFixture fixture = new ClientFixture();

    @Test
    void doesNotRetryWhenANewConnectionBreaks() throws IOException {
        RawServer server = fixture.server(RawServer.DISCONNECT);
        DevPayr devpayr = fixture.blocking(fixture.config(server));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> devpayr.licenses().get(1, 12))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.CONNECTION_LOST));
        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> devpayr.licenses()
                .create(1, LicenseDraft.builder("Pro").build()));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void doesNotRetryWhenAReusedConnectionBreaks() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            if (request.number() % 2 == 0) {
                RawServer.DISCONNECT.respond(request, out);
            }
            RawServer.license(out);
        });
        DevPayr devpayr = fixture.blocking(fixture.config(server));

        for (int i = 0; i < 2; i++) {
            assertThat(devpayr.licenses().get(1, 12).id()).isEqualTo(12);
            assertThatExceptionOfType(TransportException.class)
                    .isThrownBy(() -> devpayr.licenses().get(1, 12));
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void doesNotFollowRedirects() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
            out.flush();
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() ->
                        fixture.blocking(fixture.config(server)).licenses().get(1, 12))
                .withMessageContaining("redirects are not followed");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void decompressesTheResponse() throws IOException {
        byte[] compressed = gzip("{\"data\":{\"id\":12,\"uuid\":\"k\"}}".getBytes(UTF_8));
        RawServer server = fixture.server((request, out) -> gzipped(out, compressed));

        License license = fixture.blocking(fixture.config(server)).licenses().get(1, 12);

        assertThat(license.id()).isEqualTo(12);
        assertThat(server.requests().get(0).head().toLowerCase(Locale.ROOT)).contains("accept-encoding: gzip\r\n");
    }

    @Test
    void limitAppliesToTheDecompressedResponse() throws IOException {
        byte[] blank = new byte[200 * 1024 * 1024];
        Arrays.fill(blank, (byte) ' ');
        byte[] compressed = gzip(blank); // before the call, since it can take longer than a timeout
        RawServer server = fixture.server((request, out) -> gzipped(out, compressed));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() ->
                        fixture.blocking(fixture.config(server)).licenses().get(1, 12))
                .withMessageContaining("limit");
    }

    @Test
    void invalidGzipIsAProtocolError() throws IOException {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII));
            out.flush();
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() ->
                        fixture.blocking(fixture.config(server)).licenses().get(1, 12))
                .withMessageContaining("gzip");
    }

    @Test
    void cancelsAnOversizedResponseBeforeItsEnd() throws Exception {
        RawServer server = fixture.server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n".getBytes(US_ASCII));
            byte[] piece = " ".repeat(64 * 1024).getBytes(US_ASCII);
            while (true) {
                out.write(piece);
            }
        });

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> fixture.blocking(fixture.config(server).maxResponseBytes(100_000))
                        .licenses()
                        .get(1, 12))
                .withMessageContaining("100000 bytes");
        assertThat(server.closedByClient().await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    private static void gzipped(OutputStream out, byte[] compressed) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + compressed.length + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(compressed);
        out.flush();
    }
}
