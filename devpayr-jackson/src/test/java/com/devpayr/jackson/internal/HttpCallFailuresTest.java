package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.CallFixture.DRAFT;
import static com.devpayr.jackson.internal.CallFixture.LICENSE;
import static com.devpayr.jackson.internal.CallFixture.SECRET;
import static com.devpayr.jackson.internal.CallFixture.async;
import static com.devpayr.jackson.internal.CallFixture.blocking;
import static com.devpayr.jackson.internal.CallFixture.failureOf;
import static com.devpayr.jackson.internal.FakeHttpTransport.Response.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.jackson.HttpDevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallThreads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that fail, and responses that are compressed or broken. */
@Timeout(30)
class HttpCallFailuresTest {
    @Test
    void aMissingCredentialFailsTheFutureAndNothingIsSent() {
        FakeHttpTransport transport = FakeHttpTransport.returning(ok(LICENSE));
        AsyncDevPayr devpayr =
                HttpDevPayr.createAsync(DevPayrConfig.builder().domain("d").build(), transport);

        assertThat(failureOf(devpayr.licenses().get(7, 8))).isInstanceOf(MissingCredentialException.class);
        assertThat(transport.requests).isEmpty();
    }

    @Test
    void anErrorStatusIsAnApiExceptionWithTheHeadersOfTheResponse() {
        byte[] body = "{\"message\":\"Too Many Attempts.\"}".getBytes(UTF_8);
        FakeHttpTransport.Response response = new FakeHttpTransport.Response(429, Map.of("Retry-After", "120"), body);

        assertThat(failureOf(
                        async(FakeHttpTransport.returning(response)).licenses().get(7, 8)))
                .isInstanceOfSatisfying(RateLimitedException.class, limited -> {
                    assertThat(limited.retryAfter()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(limited.serverMessage()).isEqualTo("Too Many Attempts.");
                });
        assertThat(response.closes).isOne();
    }

    @Test
    void aResponseWhoseHeadersCannotBeReadIsClosed() {
        FakeHttpTransport.Response response = ok(LICENSE);
        response.headersFailure = new IllegalStateException("no headers");

        assertThat(failureOf(
                        async(FakeHttpTransport.returning(response)).licenses().get(7, 8)))
                .isSameAs(response.headersFailure);
        assertThat(response.closes).isOne();
    }

    @Test
    void callbacksOfATimeoutDoNotBlockTheTimerOfTheJdk() {
        AsyncDevPayr devpayr = HttpDevPayr.createAsync(
                DevPayrConfig.builder()
                        .apiKey("an-api-key")
                        .domain("d")
                        .callTimeout(Duration.ofMillis(100))
                        .build(),
                new FakeHttpTransport(request -> new CompletableFuture<>()));

        assertThat(devpayr.licenses().get(7, 8).handle((license, failure) -> new CompletableFuture<
                                String>() // never completes on the timer's thread
                        .completeOnTimeout(failure.getMessage(), 1, TimeUnit.MILLISECONDS)
                        .join()))
                .succeedsWithin(Duration.ofSeconds(10))
                .asString()
                .startsWith("Timed out after 100 ms waiting for the response to license.get");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), Kind.CONNECT),
                Arguments.of(new UnknownHostException("api.example.com"), Kind.CONNECT),
                Arguments.of(new TimeoutException("15 s"), Kind.TIMEOUT),
                Arguments.of(new InterruptedIOException("timeout"), Kind.TIMEOUT),
                Arguments.of(new IOException("reset"), Kind.CONNECTION_LOST));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheTransportReportsHowFarTheRequestGot(Exception failure, Kind kind) {
        for (Throwable reported : List.of(
                failure,
                new CompletionException(failure),
                failure instanceof IOException ofConnection ? new UncheckedIOException(ofConnection) : failure)) {
            assertThat(failureOf(async(FakeHttpTransport.failing(reported))
                            .licenses()
                            .get(7, 8)))
                    .hasCause(failure)
                    .isInstanceOfSatisfying(TransportException.class, exception -> {
                        assertThat(exception.kind()).isEqualTo(kind);
                        assertThat(exception.operation()).isEqualTo(Operation.LICENSE_GET);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void lostResponseToAChangeIsAnUnknownOutcome(Exception failure, Kind kind) {
        Throwable reported =
                failureOf(async(FakeHttpTransport.failing(failure)).licenses().create(7, DRAFT));

        assertThat(reported)
                .isInstanceOf(kind == Kind.CONNECT ? TransportException.class : OutcomeUnknownException.class);
    }

    @Test
    void aDevPayrExceptionOfTheTransportIsReportedUnchanged() {
        TransportException rejected =
                new TransportException(Operation.LICENSE_CREATE, Kind.REJECTED_LOCALLY, new IOException("full"));

        assertThat(failureOf(
                        async(FakeHttpTransport.failing(rejected)).licenses().create(7, DRAFT)))
                .isSameAs(rejected);
        assertThatThrownBy(() ->
                        blocking(FakeHttpTransport.failing(rejected)).licenses().create(7, DRAFT))
                .isSameAs(rejected);
    }

    @Test
    void anErrorOfTheTransportIsReportedUnchanged() {
        AssertionError bug = new AssertionError("bug");

        assertThat(failureOf(async(FakeHttpTransport.failing(bug)).licenses().get(7, 8)))
                .isSameAs(bug);
    }

    @Test
    void anErrorOfTheThreadsFailsTheFuture() {
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
        for (int working : new int[] {0, 1, 2}) {
            int[] remaining = {working};
            CallThreads threads = new CallThreads() {
                @Override
                public void runBlocking(Runnable task) {
                    if (remaining[0]-- == 0) {
                        throw noThread;
                    }
                    task.run();
                }

                @Override
                public void complete(Runnable task) {
                    throw noThread;
                }
            };
            FakeHttpTransport transport =
                    new FakeHttpTransport(request -> CompletableFuture.completedFuture(ok(LICENSE)), threads);

            CompletableFuture<?> call = async(transport).licenses().get(7, 8);

            if (working < 2) {
                assertThat(failureOf(call)).isSameAs(noThread);
            } else {
                assertThat(call).isCompleted();
            }
        }
    }

    @Test
    void anUploadThatCannotBeReadIsAnInvalidRequest(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.png"), "content");
        InjectableDraft draft = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("logo.png")
                .file(Upload.of(file))
                .build();
        Files.writeString(file, "longer content");
        FakeHttpTransport transport = new FakeHttpTransport(request -> {
            try {
                requireNonNull(request.body()).toByteArray();
                throw new AssertionError("it was read");
            } catch (IOException unreadable) {
                return CompletableFuture.failedFuture(unreadable);
            }
        });

        assertThat(failureOf(async(transport).injectables().create(7, draft)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("file changed its size while it was read; try again");
    }

    @Test
    void aTransportThatThrowsFailsTheFuture() {
        IllegalStateException closed = new IllegalStateException("closed");
        AssertionError bug = new AssertionError("bug");
        for (Throwable thrown : List.of(closed, bug)) {
            FakeHttpTransport transport = new FakeHttpTransport(request -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw closed;
            });

            assertThat(failureOf(async(transport).licenses().get(7, 8))).isSameAs(thrown);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // a broken transport may complete with null
    void aTransportWithoutAResponseFailsTheFuture() {
        assertThat(failureOf(async(new FakeHttpTransport(request -> CompletableFuture.completedFuture(null)))
                        .licenses()
                        .get(7, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transport returned no response for license.get");
    }

    @Test
    void aTransportWithoutAFutureFailsTheFuture() {
        assertThat(failureOf(
                        async(new FakeHttpTransport(request -> null)).licenses().get(7, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transport returned no future for license.get");
    }

    @Test
    void truncatedBodyIsALostConnection() {
        IOException reset = new IOException("reset");
        FakeHttpTransport.Response response =
                FakeHttpTransport.Response.streamed(200, new BrokenStream("{\"data\":", reset));

        assertThat(failureOf(
                        async(FakeHttpTransport.returning(response)).licenses().get(7, 8)))
                .hasCause(reset)
                .isInstanceOfSatisfying(TransportException.class, exception -> assertThat(exception.kind())
                        .isEqualTo(Kind.CONNECTION_LOST));
        assertThat(response.closes).isOne();
    }

    @Test
    void aGzippedResponseIsDecompressed() {
        assertThat(async(FakeHttpTransport.returning(FakeHttpTransport.Response.gzipped(200, LICENSE)))
                        .licenses()
                        .get(7, 8))
                .isCompletedWithValueMatching(license -> license.id() == 8);
    }

    @Test
    void aGzippedErrorIsDecompressed() {
        assertThat(failureOf(async(FakeHttpTransport.returning(
                                FakeHttpTransport.Response.gzipped(403, "{\"message\":\"Invalid key.\"}")))
                        .licenses()
                        .get(7, 8)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("Invalid key.");
    }

    @Test
    void acceptsAnEmptyResponseWithGzipEncoding() {
        assertThat(async(FakeHttpTransport.returning(
                                new FakeHttpTransport.Response(200, Map.of("Content-Encoding", "GZIP"), new byte[0])))
                        .licenses()
                        .revoke(7, 8))
                .isCompletedWithValue(null);
    }

    @Test
    void theLimitAppliesToTheDecompressedResponse() {
        String large = "{\"ignored\":\"" + " ".repeat(1000) + "\"}";

        assertThat(failureOf(async(FakeHttpTransport.returning(FakeHttpTransport.Response.gzipped(200, large)))
                        .licenses()
                        .get(7, 8)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than 1000 bytes");
    }

    static Stream<byte[]> brokenGzip() {
        byte[] whole = FakeHttpTransport.gzip(LICENSE);
        byte[] corruptContent = whole.clone();
        corruptContent[10] = 0x07; // an invalid block type
        byte[] corruptChecksum = whole.clone();
        corruptChecksum[whole.length - 8] ^= 1;
        return Stream.of(
                LICENSE.getBytes(UTF_8), // not compressed at all
                Arrays.copyOf(whole, 5), // ends in the header
                Arrays.copyOf(whole, whole.length - 10), // ends in the content
                corruptContent,
                corruptChecksum);
    }

    @ParameterizedTest
    @MethodSource("brokenGzip")
    void brokenGzipIsAProtocolError(byte[] body) {
        FakeHttpTransport.Response response =
                new FakeHttpTransport.Response(200, Map.of("Content-Encoding", "gzip"), body);

        assertThat(failureOf(
                        async(FakeHttpTransport.returning(response)).licenses().get(7, 8)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("corrupt gzip encoding");
        assertThat(response.closes).isOne();
    }

    @ParameterizedTest
    @MethodSource("brokenGzip")
    void anErrorWithBrokenGzipIsStillAnApiException(byte[] body) {
        FakeHttpTransport.Response response =
                new FakeHttpTransport.Response(403, Map.of("Content-Encoding", "gzip"), body);

        assertThat(failureOf(
                        async(FakeHttpTransport.returning(response)).licenses().get(7, 8)))
                .isInstanceOf(ForbiddenException.class);
        assertThat(response.closes).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"message\":"})
    void errorWithATruncatedBodyIsAnApiException(String start) {
        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Content-Encoding", "gzip"))) {
            FakeHttpTransport.Response response =
                    new FakeHttpTransport.Response(403, headers, new BrokenStream(start, new IOException("reset")), -1);

            assertThat(failureOf(async(FakeHttpTransport.returning(response))
                            .licenses()
                            .get(7, 8)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    /** A body that breaks after its start. */
    private static final class BrokenStream extends InputStream {
        private final InputStream start;
        private final IOException failure;

        BrokenStream(String start, IOException failure) {
            this.start = new ByteArrayInputStream(start.getBytes(UTF_8));
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            int next = start.read();
            if (next < 0) {
                throw failure;
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = start.read(bytes, offset, length);
            if (count < 0) {
                throw failure;
            }
            return count;
        }
    }
}
