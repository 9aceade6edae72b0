package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.InMemoryDevPayr;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RunningEmulatorTest {
    private static final String SEED = "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"Seeded\"}]}]}";

    private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private final Path directory;

    RunningEmulatorTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void clockRuns() throws Exception {
        try (RunningEmulator running = start()) {
            assertThat(running.platform().clock().isRunning()).isTrue();
        }
    }

    @Test
    void seedInitializesANewStateFile() throws Exception {
        Path state = directory.resolve("state.json");

        start("--seed", seed().toString(), "--state", state.toString()).close();

        assertThat(state).content().contains("Seeded");
    }

    @Test
    void existingStateFileTakesPrecedenceOverTheSeed() throws Exception {
        Path state = directory.resolve("state.json");
        try (RunningEmulator running = start("--state", state.toString())) {
            running.platform().project("Kept");
        }

        try (RunningEmulator running = start("--seed", seed().toString(), "--state", state.toString())) {
            assertThat(running.platform().snapshot().json()).contains("Kept").doesNotContain("Seeded");
        }
    }

    @Test
    void savesChangesWhileRunning() throws Exception {
        Path state = directory.resolve("state.json");
        try (WatchService watch = directory.getFileSystem().newWatchService();
                RunningEmulator running = start("--state", state.toString())) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            running.platform().project("Later");

            while (!Files.readString(state).contains("Later")) {
                WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
                assertThat(changed).as("a new file").isNotNull();
                changed.pollEvents();
                changed.reset();
            }
        }
    }

    @Test
    void doesNotRewriteTheStateAtStartup() throws Exception {
        Path state = Files.writeString(directory.resolve("state.json"), "  " + SEED + "\n");

        try (RunningEmulator running = start("--state", state.toString())) {
            assertThat(running.platform().snapshot().json()).contains("Seeded");
            assertThat(state).hasContent("  " + SEED + "\n");
        }
        assertThat(state).hasContent("  " + SEED + "\n");
    }

    @Test
    @Timeout(60)
    void savesAgainAfterAFailedSave() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path state = folder.resolve("state.json");
        CountDownLatch failed = new CountDownLatch(1);
        PrintStream signal = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(@Nullable String line) {
                failed.countDown();
            }
        };
        try (RunningEmulator running = RunningEmulator.start(
                Arguments.parse("--port", "0", "--state", state.toString()), requests::add, signal)) {
            Files.delete(state);
            Files.delete(folder);
            running.platform().project("Later");
            failed.await();

            Files.createDirectory(folder);
            try (WatchService watch = directory.getFileSystem().newWatchService()) {
                folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                while (!Files.exists(state)) {
                    WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
                    assertThat(changed).as("a new file").isNotNull();
                    changed.pollEvents();
                    changed.reset();
                }
            }
            assertThat(state).content().contains("Later");
        }
    }

    @Test
    void keepsTheLatestThousandRequests() throws Exception {
        try (RunningEmulator running = start();
                DevPayr devpayr = running.platform()
                        .connect(DevPayrConfig.builder().domain("ci").build())) {
            for (int i = 0; i < 1001; i++) {
                devpayr.ping();
            }

            assertThat(running.platform().requests()).hasSize(1000);
        }
    }

    @Test
    @Timeout(60)
    void sendsWebhooksToAnAllowedHost() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            events.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Devpayr-Event")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        // this machine by an address that is not a loopback one
        String url = "http://0.0.0.0:" + receiver.getAddress().getPort() + "/";
        try (RunningEmulator running = start("--webhook-host", "0.0.0.0")) {
            running.platform().project("Acme").webhook(url, Secret.of("a webhook secret"));

            assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo("project.updated");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void doesNotSaveAnUnchangedState() throws Exception {
        Path path = directory.resolve("state.json");
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        try (StateSaver saver = new StateSaver(platform, new StateFile(path), print())) {
            saver.save();
            Files.delete(path);

            saver.save();
            assertThat(path).doesNotExist();
            platform.project("New");
            saver.save();
            assertThat(path).exists();
        }
    }

    @Test
    void warnsAboutANonLoopbackAddress() throws Exception {
        start("--host", "0.0.0.0").close();
        assertThat(warnings.toString(UTF_8)).startsWith("warning: every client that can reach 0.0.0.0");

        warnings.reset();
        start("--host", "localhost").close();
        assertThat(warnings.toString(UTF_8)).isEmpty();
    }

    @Test
    void logsRequestsUnlessQuiet() throws Exception {
        try (RunningEmulator running = start("--quiet")) {
            ping(running);
        }
        assertThat(requests).isEmpty();

        try (RunningEmulator running = start()) {
            ping(running);
        }
        assertThat(requests).singleElement().asString().matches("GET /api/v1/ ping 200 \\d+ ms");
    }

    private static void ping(RunningEmulator running) throws Exception {
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(running.baseUrl())).build(), BodyHandlers.discarding());
    }

    @Test
    void publicHostIsInTheBaseUrl() throws Exception {
        try (RunningEmulator running = start("--public-host", "devpayr:80")) {
            assertThat(running.baseUrl()).isEqualTo("http://devpayr:80/api/v1/");
        }
    }

    @Test
    void invalidPublicHostIsAUsageError() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> start("--public-host", "http://devpayr"))
                .withMessage("--public-host is not a host name with an optional port: \"http://devpayr\"");
    }

    @Test
    void demoShowsItsKeysOnlyWhenItCreatesThem() throws Exception {
        Path state = directory.resolve("state.json");
        List<String> keys;
        try (RunningEmulator running = start("--demo", "--state", state.toString())) {
            keys = running.demoKeys();
            assertThat(keys).hasSize(10);
        }

        try (RunningEmulator running = start("--demo", "--state", state.toString())) {
            assertThat(running.demoKeys()).isEmpty();
            assertThat(running.platform().snapshot().json())
                    .contains("Acme Shop")
                    .doesNotContain(valueOf(keys.get(0)));
        }
    }

    /** Returns the value in a line with a key. */
    private static String valueOf(String line) {
        return line.split(" {2,}", -1)[1];
    }

    private Path seed() throws IOException {
        return Files.writeString(directory.resolve("seed.json"), SEED);
    }

    private RunningEmulator start(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        all[0] = "--port";
        all[1] = "0";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return RunningEmulator.start(Arguments.parse(all), requests::add, print());
    }

    private PrintStream print() {
        return new PrintStream(warnings, true, UTF_8);
    }
}
