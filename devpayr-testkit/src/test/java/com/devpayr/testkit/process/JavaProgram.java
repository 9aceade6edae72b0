package com.devpayr.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs in a JVM of its own, with the class path of the test. */
public final class JavaProgram {
    /** Longer than a busy machine needs, shorter than the minute after which idle threads of OkHttp end. */
    private static final int EXIT_SECONDS = 40;

    private JavaProgram() {}

    /** Returns a builder for a process that calls a main method. Its code is compiled by the fast compiler only. */
    public static ProcessBuilder processBuilder(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs a program and returns its output, which must be short. Fails if the program does not exit in time. */
    public static List<String> run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process program = processBuilder(main, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = program.inputReader(UTF_8)) {
            awaitExit(program);
            return output.lines().toList();
        } finally {
            program.destroyForcibly();
        }
    }

    /** Fails if a program does not exit in time. */
    public static void awaitExit(Process program) throws InterruptedException {
        assertThat(program.waitFor(EXIT_SECONDS, TimeUnit.SECONDS))
                .as("the program exits within %d s", EXIT_SECONDS)
                .isTrue();
    }
}
