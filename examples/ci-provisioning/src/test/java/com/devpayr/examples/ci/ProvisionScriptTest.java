package com.devpayr.examples.ci;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.junit.DevPayrExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs provision.sh like a pipeline does, with the emulator. */
class ProvisionScriptTest {
    private static final Path SCRIPT = Path.of("provision.sh").toAbsolutePath();

    @RegisterExtension
    final DevPayrExtension devpayr = DevPayrExtension.inMemory();

    private final Path folder;

    ProvisionScriptTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void createsAllResourcesAndChangesNothingTheSecondTime(InMemoryDevPayr fake, DevPayrEmulator emulator)
            throws Exception {
        Map<String, String> environment = Map.of(
                "DEVPAYR_API_KEY",
                fake.createGlobalKey().reveal(),
                "DEVPAYR_BASE_URL",
                emulator.baseUrl(),
                "PROVISION_PROJECT",
                "acme-photos",
                "PROVISION_DOMAIN",
                "photos.example.com",
                "PROVISION_LICENSE",
                "Jane Doe",
                "PROVISION_KEY_FILE",
                folder.resolve("license.key").toString());

        String first = run(environment);

        String key = Files.readString(folder.resolve("license.key"));
        assertThat(first).contains("license Jane Doe: created, ID 1").doesNotContain(key);
        assertThat(devpayr.backend().licenses().get(1, 1).key().reveal()).isEqualTo(key);
        fake.clearRequests();
        assertThat(run(environment)).contains("license Jane Doe: found, ID 1");
        assertThat(fake)
                .receivedExactly(Operation.PING, Operation.PROJECT_LIST, Operation.DOMAIN_LIST, Operation.LICENSE_LIST);
    }

    @Test
    void scriptIsShownInTheDocumentation() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/cli.md")))
                .contains("```sh\n" + Files.readString(SCRIPT) + "```");
    }

    /** Runs the script with a command devpayr on the PATH, and returns its output. */
    private String run(Map<String, String> environment) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path command = Files.writeString(
                bin.resolve("devpayr"),
                "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' com.devpayr.cli.Main \"$@\"\n"
                        .formatted(
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path")));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String output = Files.readString(out, UTF_8);
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
