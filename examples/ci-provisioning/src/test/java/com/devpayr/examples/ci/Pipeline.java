package com.devpayr.examples.ci;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.config.SystemEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A pipeline step: runs the program with its own environment. */
record Pipeline(Path folder, Map<String, String> environment) {
    /** The result of a run. */
    record Result(int status, String out, String err) {}

    Pipeline with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new Pipeline(folder, more);
    }

    Pipeline without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(environment);
        fewer.remove(name);
        return new Pipeline(folder, fewer);
    }

    /** Runs the program in this JVM. */
    Result run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CiProvisioning.run(
                SystemEnvironment.of(environment, Map.of("user.home", folder.toString())), print(out), print(err));
        return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, UTF_8);
    }

    /** Runs the program in its own JVM, with {@code main}, the environment of the process and its output. */
    Result runProcess() throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CiProvisioning.class.getName())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the program did not exit");
            }
            return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
