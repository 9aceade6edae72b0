package com.devpayr.examples.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in its own JVM without a display. */
class MainTest {
    private final Path home;

    MainTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void printsToTheConsoleWithoutADisplayAndKeepsTheLease() throws Exception {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject photos = fake.project("Acme Photos");
        Map<String, String> environment;
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            environment = Map.of(
                    "DEVPAYR_BASE_URL", emulator.baseUrl(),
                    "DEVPAYR_LICENSE_KEY", photos.license("Jane").key().reveal(),
                    "DEVPAYR_DOMAIN", "jane-pc");
            assertThat(run(1, environment)).startsWith("Acme Photos has not been paid for yet");
            photos.paid();
            assertThat(run(0, environment)).startsWith("Thank you for using Acme Photos");
        }
        assertThat(run(0, environment)).contains("Your license is valid.");
    }

    @Test
    void theEnvironmentDoesNotRedirectTheApplication() throws Exception {
        Map<String, String> environment = Map.of(
                "DEVPAYR_BASE_URL", "http://127.0.0.1:9/api/v1/",
                "DEVPAYR_LICENSE_KEY", "a-license-key");

        assertThat(run(PrintBaseUrl.class, 0, environment)).isEqualTo("https://api.devpayr.dev/api/v1/");
    }

    private String run(int status, Map<String, String> environment) throws IOException, InterruptedException {
        return run(MainWithEmulator.class, status, environment);
    }

    private String run(Class<?> main, int status, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + home,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(status);
            return Files.readString(out, UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
