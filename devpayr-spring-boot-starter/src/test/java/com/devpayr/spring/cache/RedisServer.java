package com.devpayr.spring.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Redis server on a free port, without persistence. */
final class RedisServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
    private static final int TRIES = 5;

    private final Process process;
    private final int port;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Waits until the server accepts connections. */
    static RedisServer start() throws IOException {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = freePort();
            Process process = new ProcessBuilder(
                            PROGRAM.toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "")
                    .redirectErrorStream(true)
                    .start();
            if (accepts(process)) {
                return new RedisServer(process, port);
            }
        }
        throw new IOException("redis-server does not start");
    }

    private static boolean accepts(Process process) throws IOException {
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("eady to accept connections")) {
                return true;
            }
        }
        return false; // another process took the port meanwhile
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Kills the server like a power failure, without closing connections. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
