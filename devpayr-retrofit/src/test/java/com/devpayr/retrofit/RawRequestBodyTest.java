package com.devpayr.retrofit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.wire.MultipartEnvelope;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import okio.Buffer;
import okio.Okio;
import okio.Sink;
import okio.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests uploads, which are read in pieces while they are sent. */
class RawRequestBodyTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource
    void sendsTheFileUnchanged(Style style, @TempDir Path folder) throws Exception {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("a \"b\".bin"), content);
        try (FaultServer server = FaultServer.start(Faults.response(404, "", "{}"));
                DevPayr devpayr =
                        style.open(RetrofitDevPayr.builder(Server.config(server).build()))) {
            try {
                devpayr.injectables().create(7, draft(file));
            } catch (com.devpayr.error.NotFoundException expected) {
                assertThat(expected.status()).isEqualTo(404);
            }

            String body = server.requests().get(0);
            assertThat(body)
                    .contains(new String(content, ISO_8859_1))
                    .contains("name=\"file\"; filename=\"a %22b%22.bin\"")
                    .contains("name=\"only_if_paid\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void interruptEndsAnUploadAfterTheFileWasRead(Style style, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[100_000]);
        Thread caller = Thread.currentThread();
        try (FaultServer server = FaultServer.start(exchange -> {
                    awaitWaiting(caller);
                    caller.interrupt();
                    exchange.stall();
                });
                DevPayr devpayr = style.open(RetrofitDevPayr.builder(Server.config(server)
                        .readTimeout(LONG)
                        .callTimeout(LONG)
                        .build()))) {
            long start = System.nanoTime();

            assertThatExceptionOfType(OutcomeUnknownException.class)
                    .isThrownBy(() -> devpayr.injectables().create(7, draft(file)))
                    .withMessageContaining("Interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        }
    }

    /** Waits until a thread waits for another one, or for bytes from a socket. Closes the connection if it does not. */
    private static void awaitWaiting(Thread thread) throws IOException {
        long start = System.nanoTime();
        while (thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING
                && !isInSocket(thread.getStackTrace())) {
            if (System.nanoTime() - start > LONG.toNanos()) {
                throw new IOException("the caller does not wait for the response");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isInSocket(StackTraceElement[] stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && stack[0].getClassName().startsWith("sun.nio.ch.");
    }

    @Test
    void readsTheFileNoFasterThanItIsSent(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[1_000_000]);
        MeasuringSink sink = new MeasuringSink();
        RawRequestBody body = new RawRequestBody(MultipartEnvelope.around(Map.of(), "file", Upload.of(file)));

        body.writeTo(Okio.buffer(sink));

        assertThat(sink.largest).isLessThanOrEqualTo(64 * 1024);
        assertThat(sink.total).isBetween(990_000L, body.contentLength());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19_999, 20_001})
    void changedFileSizeIsAnInvalidRequest(int size, @TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[20_000]);
        InjectableDraft draft = draft(file);
        Files.write(file, new byte[size]);

        assertRejected(draft, "changed its size");
    }

    @Test
    void missingFileIsAnInvalidRequest(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[20_000]);
        InjectableDraft draft = draft(file);
        Files.delete(file);

        assertRejected(draft, "NoSuchFileException");
    }

    private static void assertRejected(InjectableDraft draft, String problem) throws IOException {
        for (Style style : Style.values()) {
            try (FaultServer server = FaultServer.start(Faults.disconnect());
                    DevPayr devpayr = style.open(
                            RetrofitDevPayr.builder(Server.config(server).build()))) {
                assertThatExceptionOfType(InvalidRequestException.class)
                        .isThrownBy(() -> devpayr.injectables().create(7, draft))
                        .withMessageContaining("file")
                        .withMessageContaining(problem);
            }
        }
    }

    private static InjectableDraft draft(Path file) {
        return InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, Secret.of("correct horse battery"))
                .targetPath("a.bin")
                .file(Upload.of(file))
                .build();
    }

    /** Discards its input and records the largest number of buffered bytes. */
    private static final class MeasuringSink implements Sink {
        private long largest;
        private long total;

        @Override
        public void write(Buffer source, long count) throws IOException {
            largest = Math.max(largest, source.size());
            total += count;
            source.skip(count);
        }

        @Override
        public void flush() {}

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
