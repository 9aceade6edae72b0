package com.devpayr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable jar as users do: with the launcher script, which saves a class-data archive. */
class CliJarIT {
    private static final Path JAR = Path.of("target/devpayr-cli.jar").toAbsolutePath();

    private final Path folder;
    private final Path launcher;

    CliJarIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            byte[] script = jar.getInputStream(jar.getEntry("com/devpayr/cli/launcher/devpayr"))
                    .readAllBytes();
            this.launcher = Files.write(folder.resolve("devpayr"), script);
        }
    }

    @Test
    void launcherRunsTheJarAndStartsFromAnArchiveTheNextTime() throws Exception {
        InMemoryDevPayr fake = Program.platform();
        fake.project("Acmé");
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            Map<String, String> environment = Map.of(
                    "DEVPAYR_API_KEY", fake.createGlobalKey().reveal(),
                    "DEVPAYR_BASE_URL", emulator.baseUrl());
            String first = run(0, environment, "projects", "list", "--json");
            assertThat(first).startsWith("{\"id\":1,\"name\":\"Acmé\"").hasLineCount(1);
            try (Stream<Path> archives = Files.list(folder.resolve("cache/devpayr"))) {
                assertThat(archives).hasSize(1).allMatch(archive -> archive.toString()
                        .endsWith(".jsa"));
            }

            assertThat(run(0, environment, "projects", "list", "--json")).isEqualTo(first);
            assertThat(run(4, environment, "projects", "get", "99")).isEmpty();
            assertThat(folder.resolve("err.txt")).content().hasLineCount(1);
        }
    }

    @Test
    void checkWritesNothingToTheErrorStream() throws Exception {
        InMemoryDevPayr fake = Program.platform();
        String key = fake.project("Acme").license("Pro").key().reveal();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            Map<String, String> environment =
                    Map.of("CI", "true", "DEVPAYR_LICENSE_KEY", key, "DEVPAYR_BASE_URL", emulator.baseUrl());

            assertThat(run(7, environment, "check", "--domain", "a.example.com"))
                    .startsWith("DENIED (unpaid)");
        }
        assertThat(folder.resolve("err.txt")).isEmptyFile();
        assertThat(folder.resolve("cache")).as("an archive in CI").doesNotExist();
    }

    @Test
    void containsNoTestLibraries() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("com/devpayr/cli/Main.class")
                    .noneMatch(name -> name.startsWith("org/junit") || name.startsWith("com/devpayr/testkit"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isNotBlank();
        }
    }

    private String run(int status, Map<String, String> environment, String... arguments) throws Exception {
        File out = folder.resolve("out.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("sh", launcher.toString()), Stream.of(arguments))
                                .toList())
                .redirectOutput(out)
                .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().remove("CI");
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "DEVPAYR_CLI_JAR", JAR.toString(),
                        "XDG_CACHE_HOME", folder.resolve("cache").toString()));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("err.txt")))
                    .isEqualTo(status);
            return Files.readString(out.toPath(), UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
