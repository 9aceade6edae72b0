package com.devpayr.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.process.JavaProgram;
import com.devpayr.testkit.process.OpenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that closed clients leave no threads and open files, and that no client keeps the JVM running. */
@Timeout(120)
class LifecycleTest {
    private static final int CLIENTS = 100;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void jvmExitsWithOrWithoutClose(boolean closed) throws Exception {
        try (RawServer server = new RawServer((request, out) -> RawServer.license(out))) {
            assertThat(JavaProgram.run(ExitingProgram.class, server.baseUrl(), String.valueOf(closed)))
                    .containsExactly("used");
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
