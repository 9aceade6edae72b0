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

/** A server that does with each connection what no decent one would, and counts what reached it. */
final class RawServer implements AutoCloseable {
    /** What is done when a request has been read whole. Returning keeps the connection; throwing closes it. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Request request, OutputStream out) throws IOException;
    }

    /** A request as it came: which one on the whole server, counted from 1, its head, and its body with one character a byte. */
    record Request(int number, String head, String body) {}

    /** Closes the connection. */
    static final Behaviour HANG_UP = (request, out) -> {
        throw new IOException("hangs up");
    };

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

    private final ServerSocket socket = new ServerSocket(0, 2000, InetAddress.getLoopbackAddress());
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final Behaviour behaviour;

    RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
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

    String baseUrl() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/api/v1/";
    }

    List<Request> requests() {
        return requests;
    }

    /** Counted down when a client has closed a connection on which it was owed an answer. */
    CountDownLatch hungUpByClient() {
        return hungUp;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                behaviour.answer(request, connection.getOutputStream());
            }
            hungUp.countDown();
        } catch (IOException ended) {
            hungUp.countDown();
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
