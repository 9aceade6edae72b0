package com.devpayr.architecture.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that runs with a configuration of DevPayr in its environment. */
final class ChildProcess {
    /**
     * The result of a program.
     *
     * @param status exit status
     * @param output standard output and standard error
     */
    record Result(int status, String output) {}

    private ChildProcess() {}

    /**
     * Runs a program with the JDK of this test until it ends.
     *
     * @param variables environment variables, in addition to those of this process that do not configure DevPayr
     */
    static Result run(Path directory, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("DEVPAYR_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** Returns the path of a program of the JDK. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
