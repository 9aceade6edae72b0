package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.process.JavaProgram;
import com.devpayr.testkit.process.OpenFiles;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that closed clients leave no threads and open files, and that no client keeps the JVM running. */
class LifecycleTest {
    private static final int CLIENTS = 100;

    @Test
    void jvmExitsWithOrWithoutClose() throws Exception {
        try (FaultServer server = FaultServer.start(Server.project())) {
            assertThat(JavaProgram.run(ExitingProgram.class, server.baseUrl())).containsExactly(ExitingProgram.DONE);
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
        try (FaultServer server = FaultServer.start(Server.project())) {
            useAndClose(style, server);
        }
        long before = OpenFiles.count();

        try (FaultServer server = FaultServer.start(Server.project())) {
            for (int i = 0; i < CLIENTS; i++) {
                useAndClose(style, server);
            }
        }

        assertThat(OpenFiles.count() - before).isLessThan(CLIENTS / 4);
    }

    private static void useAndClose(Style style, FaultServer server) {
        try (DevPayr devpayr =
                style.open(RetrofitDevPayr.builder(Server.config(server).build()))) {
            devpayr.projects().get(7);
        }
    }

    /** Returns the threads, without those of the server and those of the JDK that carry virtual threads. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().startsWith(FaultServer.THREAD_NAME)
                || thread.getClass().getName().equals("jdk.internal.misc.CarrierThread"));
        return threads;
    }
}
