package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.process.JavaProgram;
import com.example.ListProjects;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests the complete program of {@code docs/vertx.md} in a JVM of its own. */
@Timeout(120)
class ExampleProgramTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void printsTheProjectsAndEnds() throws Exception {
        long id = platform.project("Acme Photos").id();

        Result result = run(platform.createGlobalKey().reveal());

        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).isEqualToIgnoringNewLines(id + " Acme Photos");
    }

    @Test
    void endsAfterAFailure() throws Exception {
        Result result = run("a-key-that-does-not-exist");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains("com.devpayr.error.ForbiddenException");
    }

    private record Result(int exitCode, String output, String errors) {}

    private Result run(String apiKey) throws Exception {
        Process program = start(apiKey);
        try {
            JavaProgram.awaitExit(program);
            return new Result(program.exitValue(), text(program.getInputStream()), text(program.getErrorStream()));
        } finally {
            program.destroyForcibly();
        }
    }

    private Process start(String apiKey) throws IOException {
        ProcessBuilder program = JavaProgram.processBuilder(ListProjects.class);
        program.environment().put("DEVPAYR_API_KEY", apiKey);
        program.environment().put("DEVPAYR_BASE_URL", emulator.baseUrl());
        return program.start();
    }

    private static String text(InputStream output) throws IOException {
        return new String(output.readAllBytes(), UTF_8);
    }
}
