package com.devpayr.vertx;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A server with scripted behavior, down to the bytes of a connection. Records the requests. */
final class RawServer implements AutoCloseable {
    /** The reaction to a complete request. An exception closes the connection. */
    @FunctionalInterface
    interface Behavior {
        void respond(Request request, OutputStream out) throws IOException;
    }

    /**
     * A received request.
     *
     * @param number number of the request at this server, from 1
     * @param head the request line and headers
     * @param body the body, with one character per byte
     */
    record Request(int number, String head, String body) {}

    /** Closes the connection. */
    static final Behavior DISCONNECT = (request, out) -> {
        throw new IOException("disconnected");
    };

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

    private final ServerSocket socket = new ServerSocket(0, 2000, InetAddress.getLoopbackAddress());
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch clientClosed = new CountDownLatch(1);
    private final Behavior behavior;

    RawServer(Behavior behavior) throws IOException {
        this.behavior = behavior;
        daemon(this::accept);
    }

    static void json(OutputStream out, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write((OK + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    static void license(OutputStream out) throws IOException {
        json(out, "{\"data\":{\"id\":12,\"uuid\":\"k\"}}");
    }

    /** Waits in a behavior. */
    static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/api/v1/";
    }

    List<Request> requests() {
        return requests;
    }

    /** Returns a latch that is counted down when a client closes a connection without having received a response. */
    CountDownLatch closedByClient() {
        return clientClosed;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test has ended
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                behavior.respond(request, connection.getOutputStream());
            }
            clientClosed.countDown();
        } catch (IOException ended) {
            clientClosed.countDown();
        } finally {
            open.remove(connection);
        }
    }

    private @Nullable Request read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            bytes.write(next);
        }
        String head = bytes.toString(StandardCharsets.US_ASCII);
        byte[] body = in.readNBytes(length(head));
        return body.length < length(head)
                ? null
                : new Request(requests.size() + 1, head, new String(body, StandardCharsets.ISO_8859_1));
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
