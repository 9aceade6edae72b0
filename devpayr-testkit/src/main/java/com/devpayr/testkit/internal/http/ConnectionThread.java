package com.devpayr.testkit.internal.http;

import java.io.IOException;

/** Daemon threads of servers on raw sockets. */
public final class ConnectionThread {
    private ConnectionThread() {}

    /** A task that reads from sockets. */
    public interface Task {
        /** Runs until a socket is closed. */
        void run() throws IOException, InterruptedException;
    }

    /** Starts a thread that ends with its task, or when a socket is closed. */
    public static void start(String name, Task task) {
        Thread thread = new Thread(() -> runUntilClosed(task), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void runUntilClosed(Task task) {
        try {
            task.run();
        } catch (IOException closed) {
            // closed by the client, the server or the test
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
