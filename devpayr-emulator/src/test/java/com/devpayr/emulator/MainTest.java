package com.devpayr.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the exit status and the error messages of the program. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Main main = new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    private final Path directory;

    MainTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void helpExitsWithStatus0() {
        assertThat(main.run("--help")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("Usage: java -jar devpayr-emulator.jar");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void unknownOptionExitsWithStatus2WithoutAStackTrace() {
        assertThat(main.run("--prot", "1")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualTo("error: Unknown options: '--prot', '1'; see --help\n");
    }

    @Test
    void missingSeedExitsWithStatus2() {
        assertThat(main.run(
                        "--port", "0", "--seed", directory.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("error: seed file ").contains("none.json", "cannot be read");
    }

    @Test
    void invalidSeedIsReportedWithItsLocation() throws Exception {
        Path seed = Files.writeString(
                directory.resolve("seed.json"),
                "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"Demo\",\"payd\":1}]}]}");

        assertThat(main.run("--port", "0", "--seed", seed.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("seed.json is invalid: project Demo", "payd");
    }

    @Test
    void damagedStateFileIsNotOverwritten() throws Exception {
        Path state = Files.writeString(directory.resolve("state.json"), "{\"accounts\":[{");

        assertThat(main.run("--port", "0", "--state", state.toString())).isEqualTo(2);
        assertThat(state).hasContent("{\"accounts\":[{");
    }

    @Test
    void unwritableStateFileIsReportedAtStartup() {
        Path nowhere = directory.resolve("none/state.json");

        assertThat(main.run("--port", "0", "--state", nowhere.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("error: failed to save the state");
    }

    @Test
    void occupiedPortExitsWithStatus1() {
        try (DevPayrEmulator other = DevPayrEmulator.start(InMemoryDevPayr.create())) {
            int taken = URI.create(other.baseUrl()).getPort();

            assertThat(main.run("--port", String.valueOf(taken))).isEqualTo(1);
            assertThat(err.toString(UTF_8)).startsWith("error: the emulator cannot listen on 127.0.0.1, port " + taken);
        }
    }
}
