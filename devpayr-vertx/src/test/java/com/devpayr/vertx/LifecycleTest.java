package com.devpayr.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that closed clients leave no threads and open files, and that no client keeps the JVM running. */
@Timeout(120)
class LifecycleTest {
    private static final int CLIENTS = 100;
    private static final int EXIT_SECONDS = 40;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jvmExitsWithOrWithoutClose(boolean closed) throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            Process program = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ExitingProgram.class.getName(),
                            server.baseUrl(),
                            String.valueOf(closed))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = program.inputReader(UTF_8)) {
                assertThat(program.waitFor(EXIT_SECONDS, TimeUnit.SECONDS))
                        .as("the program exits within %d s", EXIT_SECONDS)
                        .isTrue();
                assertThat(output.readLine()).isEqualTo("used");
            } finally {
                program.destroyForcibly();
            }
        }
    }

    @Test
    void closedClientsLeaveNoThreadsAndOpenFiles() throws Exception {
        Assumptions.assumeTrue(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean,
                "open files can only be counted on Unix");
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            useAndClose(server);
            long files = openFiles();
            long threads = threads();

            for (int i = 0; i < CLIENTS; i++) {
                useAndClose(server);
            }

            assertThat(threads() - threads).isLessThan(CLIENTS / 4);
            assertThat(openFiles() - files).isLessThan(CLIENTS / 4);
        }
    }

    private static void useAndClose(RawServer server) {
        try (VertxDevPayr devpayr = VertxDevPayr.create(EventLoopTest.config(server.baseUrl()))) {
            devpayr.blocking().licenses().get(1, 12);
        }
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x")
                        || thread.getName().startsWith("devpayr"))
                .count();
    }

    /** A program that makes a call in each style and ends, run in a separate JVM. */
    static final class ExitingProgram {
        private ExitingProgram() {}

        public static void main(String[] arguments) {
            VertxDevPayr devpayr = VertxDevPayr.create(EventLoopTest.config(arguments[0]));
            devpayr.async().licenses().get(1, 12).join();
            devpayr.blocking().licenses().get(1, 12);
            if (Boolean.parseBoolean(arguments[1])) {
                devpayr.close();
            }
            System.out.println("used");
        }
    }
}
