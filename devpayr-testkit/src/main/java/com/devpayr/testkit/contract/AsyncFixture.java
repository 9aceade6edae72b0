package com.devpayr.testkit.contract;

import com.devpayr.AsyncDevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The fixture of {@link AsyncContract}: clients of the transport under test, and the servers that they call. */
abstract class AsyncFixture {
    static final Duration LONG = Duration.ofMinutes(2);
    static final Duration END = Duration.ofSeconds(20);

    final FaultServer server = FaultServer.start();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Creates a client of the transport under test. */
    protected abstract AsyncDevPayr createClient(DevPayrConfig config);

    @AfterEach
    final void closeResources() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
        server.close();
    }

    /** Returns a client of the fault server. It is closed after the test. */
    final AsyncDevPayr connect(DevPayrConfig.Builder config) {
        return connect(server.baseUrl(), config);
    }

    /** Returns a client of the fault server, with timeouts that are longer than a test. */
    final AsyncDevPayr connect(Fault fault) {
        server.setFault(fault);
        return connect(
                DevPayrConfig.builder().apiKey("api-key").readTimeout(LONG).callTimeout(LONG));
    }

    /** Returns a client of an emulator of the platform. */
    final AsyncDevPayr connect(InMemoryDevPayr platform) {
        DevPayrEmulator emulator = DevPayrEmulator.start(platform);
        opened.push(emulator);
        ApiKey key = platform.createGlobalKey();
        return connect(emulator.baseUrl(), DevPayrConfig.builder().apiKey(() -> key));
    }

    private AsyncDevPayr connect(String baseUrl, DevPayrConfig.Builder config) {
        AsyncDevPayr devpayr =
                createClient(config.domain("shop.example.com").baseUrl(baseUrl).build());
        opened.push(devpayr);
        return devpayr;
    }

    static <T> T await(CompletableFuture<T> call) throws Exception {
        return call.get(END.toSeconds(), TimeUnit.SECONDS);
    }

    static @Nullable Throwable failureOf(CompletableFuture<?> call) throws Exception {
        return await(call.<@Nullable Throwable>handle((result, failure) -> failure));
    }
}
