package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the packaged jar in a separate process. */
class EmulatorJarIT {
    private static final String JAR = "target/devpayr-emulator.jar";
    private static final String SEED = """
            {"accounts": [{"name": "Default", "api_keys": [{"name": "Demo", "key": "gk_demo_key"}]}]}
            """;

    private final Path directory;

    EmulatorJarIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void servesAndSavesOnTermination() throws Exception {
        Path state = directory.resolve("state.json");
        Path seed = Files.writeString(directory.resolve("seed.json"), SEED);
        Process process = run("--port", "0", "--seed", seed.toString(), "--state", state.toString());
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String line = out.readLine();
            assertThat(line).as("the first line, within 60 s").isNotNull();
            String api = line.replace("API      ", "");

            assertThat(createProject(api)).isEqualTo(201);
            process.destroy(); // SIGTERM

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(state).content().contains("Made by curl");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void unknownOptionExitsWithStatus2() throws Exception {
        assertThat(run("--prot").waitFor()).isEqualTo(2);
    }

    @Test
    void printsItsVersion() throws Exception {
        assertThat(new String(run("--version").getInputStream().readAllBytes(), UTF_8))
                .matches("devpayr-emulator \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void containsNoTestLibraries() throws Exception {
        try (JarFile jar = new JarFile(JAR)) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("com/devpayr/emulator/Main.class")
                    .noneMatch(name -> name.startsWith("org/junit") || name.startsWith("org/assertj"));
        }
    }

    private static int createProject(String api) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "project"))
                .header("X-API-KEY", "gk_demo_key")
                .POST(BodyPublishers.ofString("{\"name\":\"Made by curl\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static Process run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(new File("target/emulator-jar-errors.txt")))
                .start();
        // reading its output cannot be interrupted, but ends with the process
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }
}
