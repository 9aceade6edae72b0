package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.process.JavaProgram;
import com.devpayr.testkit.process.OpenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that closed clients leave no threads and open files, and that no client keeps the JVM running. */
@Timeout(120)
class LifecycleTest {
    private static final int CLIENTS = 100;

    @Test
    void jvmExitsWithOrWithoutClose() throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            assertThat(JavaProgram.run(ExitingProgram.class, server.baseUrl())).containsExactly("used");
        }
    }

    @Test
    void closedClientsLeaveNoThreadsAndOpenFiles() throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            useAndClose(server);
            long files = OpenFiles.count();
            long threads = threads();

            for (int i = 0; i < CLIENTS; i++) {
                useAndClose(server);
            }

            assertThat(threads() - threads).isLessThan(CLIENTS / 4);
            assertThat(OpenFiles.count() - files).isLessThan(CLIENTS / 4);
        }
    }

    private static void useAndClose(RawServer server) {
        try (VertxDevPayr devpayr = VertxDevPayr.create(EventLoopTest.config(server.baseUrl()))) {
            devpayr.blocking().licenses().get(1, 12);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x")
                        || thread.getName().startsWith("devpayr"))
                .count();
    }

    /**
     * A program that makes a call in each style, with one client that it closes and one that it leaves open. Prints the threads that
     * delay its end, except Netty's.
     */
    static final class ExitingProgram {
        private ExitingProgram() {}

        public static void main(String[] arguments) {
            use(VertxDevPayr.create(EventLoopTest.config(arguments[0])));
            try (VertxDevPayr closed = VertxDevPayr.create(EventLoopTest.config(arguments[0]))) {
                use(closed);
            }
            System.out.println("used");
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                    .filter(thread ->
                            !thread.getName().startsWith("globalEventExecutor")) // ends when idle for a second
                    .forEach(System.out::println);
        }

        private static void use(VertxDevPayr devpayr) {
            devpayr.async().licenses().get(1, 12).join();
            devpayr.blocking().licenses().get(1, 12);
        }
    }
}
