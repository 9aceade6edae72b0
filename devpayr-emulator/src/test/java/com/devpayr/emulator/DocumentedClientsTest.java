package com.devpayr.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.secret.ApiKey;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the clients that docs/emulator.md shows. A client whose language is not installed is skipped. */
@Timeout(60)
class DocumentedClientsTest {
    private static final Path PAGE = Path.of("../docs/emulator.md");
    private static final String DOCUMENTED_ROOT = "http://127.0.0.1:8787/";

    private final Path directory;
    private final RunningEmulator running;
    private final ApiKey apiKey;
    private final String licenseKey;

    DocumentedClientsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        running = RunningEmulator.start(Arguments.parse("--port=0"), line -> {}, System.err);
        InMemoryDevPayr platform = running.platform();
        FakeProject project = platform.project("Demo").paid();
        apiKey = platform.createGlobalKey();
        licenseKey = project.license("Pro").key().reveal();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    @Test
    void curl() throws Exception {
        assumeInstalled("curl");
        String output = run(List.of("bash", "-euo", "pipefail"), "client.sh", listing("Clients in any language", "sh"));

        assertThat(output).contains("\"name\":\"Demo\"", "\"title\":\"Jane Doe\"", "{\"has_paid\":true}");
    }

    @Test
    void node() throws Exception {
        assumeInstalled("node");

        assertThat(run(List.of("node"), "client.mjs", listing("Clients in any language", "js")))
                .isEqualTo("licensed\n");
    }

    @Test
    void php() throws Exception {
        assumeInstalled("php");

        assertThat(run(List.of("php"), "client.php", listing("Clients in any language", "php")))
                .isEqualTo("licensed\n");
    }

    @Test
    void controlApi() throws Exception {
        assumeInstalled("curl");
        String before = running.platform().snapshot().json();

        String output = run(List.of("bash", "-euo", "pipefail"), "control.sh", listing("Control API", "sh"));

        assertThat(output).contains("\"payment.check\":1", "\"requests\":10");
        assertThat(running.platform().snapshot().json()).isEqualTo(before);
        assertThat(running.platform().clock().isRunning()).isTrue();
    }

    /** Returns the first listing in a language below a heading, with the address of this test's emulator. */
    private String listing(String heading, String language) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("\n## " + heading + "\n"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map((MatchResult listing) -> listing.group(1))
                .findFirst()
                .orElseThrow()
                .replace(
                        DOCUMENTED_ROOT,
                        URI.create(running.baseUrl()).resolve("/").toString());
    }

    private String run(List<String> command, String file, String program) throws Exception {
        Files.writeString(directory.resolve(file), program);
        Path out = directory.resolve("out.txt"); // reading from the process could not be interrupted
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(file)).toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("API_KEY", apiKey.reveal());
        builder.environment().put("LICENSE_KEY", licenseKey);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("%s ends within 30 s", file)
                    .isTrue();
            String output = Files.readString(out);
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void assumeInstalled(String program) {
        boolean isInstalled = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(isInstalled, program + " is not installed");
    }
}
