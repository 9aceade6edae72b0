package com.devpayr.retrofit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that closed clients leave no threads and open files, and that no client keeps the JVM running. */
class LifecycleTest {
    private static final int CLIENTS = 100;

    /** Longer than a busy machine needs, shorter than the minute after which idle threads of OkHttp end. */
    private static final int EXIT_SECONDS = 40;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jvmExitsWithOrWithoutClose(boolean closed) throws Exception {
        try (FaultServer server = FaultServer.start(Server.project())) {
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
                assertThat(output.readLine()).isEqualTo(ExitingProgram.DONE);
            } finally {
                program.destroyForcibly();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void closedClientsLeaveNoThreads(Style style) throws Exception {
        try (FaultServer server = FaultServer.start(Server.project())) {
            Set<Thread> before = threads();
            for (int i = 0; i < CLIENTS; i++) {
                useAndClose(style, server);
            }
            Set<Thread> remaining = threads();
            remaining.removeAll(before);

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            for (Thread thread : remaining) {
                if (thread.getName().startsWith("devpayr-")) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
                }
            }

            remaining.removeIf(thread -> !thread.isAlive());
            assertThat(remaining).allMatch(Thread::isDaemon).hasSizeLessThan(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closedClientsLeaveNoOpenFiles(Style style) throws Exception {
        Assumptions.assumeTrue(
                ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean,
                "open files can only be counted on Unix");
        try (FaultServer server = FaultServer.start(Server.project())) {
            useAndClose(style, server);
        }
        long before = openFiles();

        try (FaultServer server = FaultServer.start(Server.project())) {
            for (int i = 0; i < CLIENTS; i++) {
                useAndClose(style, server);
            }
        }

        assertThat(openFiles() - before).isLessThan(CLIENTS / 4);
    }

    private static void useAndClose(Style style, FaultServer server) {
        try (DevPayr devpayr =
                style.open(RetrofitDevPayr.builder(Server.config(server).build()))) {
            devpayr.projects().get(7);
        }
    }

    private static long openFiles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().startsWith(FaultServer.THREAD_NAME));
        return threads;
    }
}
