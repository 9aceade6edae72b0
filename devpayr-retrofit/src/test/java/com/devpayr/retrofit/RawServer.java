package com.devpayr.retrofit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.DevPayrConfigBuilder;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of bare sockets, which counts what reaches it and answers as it is told. */
final class RawServer implements AutoCloseable {
    static final String THREADS = "raw-server-";

    /** What a server does once it has read a request whole; the connection closes when this throws. */
    @FunctionalInterface
    interface Answer {
        void to(Request request, OutputStream connection) throws IOException, InterruptedException;
    }

    /** A request that was read whole; its body's bytes are Latin-1. */
    record Request(int number, int connection, String line, String body) {}

    private final ServerSocket listener;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private RawServer(Answer answer) throws IOException {
        this.listener = new ServerSocket(0, 2000, InetAddress.getLoopbackAddress());
        this.answer = answer;
        start(this::accept, "accept");
    }

    static RawServer start(Answer answer) throws IOException {
        return new RawServer(answer);
    }

    static Answer hangUp() {
        return (request, connection) -> {
            throw new EOFException("hung up");
        };
    }

    static Answer respond(String status, String headers, String body) {
        return (request, connection) -> connection.write(response(status, headers, body));
    }

    static Answer project() {
        return respond(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"data\":{\"id\":7,\"name\":\"Acme\",\"slug\":\"acme\"}}");
    }

    static byte[] response(String status, String headers, String body) {
        return ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.get();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/api/v1/";
    }

    DevPayrConfigBuilder config() {
        return DevPayrConfig.builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain("shop.example.com")
                .baseUrl(baseUrl());
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            open.add(socket);
            int connection = connections.incrementAndGet();
            start(() -> serve(socket, connection), "connection");
        }
    }

    private void serve(Socket socket, int connection) throws IOException, InterruptedException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                List<String> head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                String body = new String(in.readNBytes(length(head)), ISO_8859_1);
                Request request;
                synchronized (requests) {
                    request = new Request(requests.size() + 1, connection, head.get(0), body);
                    requests.add(request);
                }
                answer.to(request, socket.getOutputStream());
            }
        } finally {
            open.remove(socket);
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> head = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int next;
        while ((next = in.read()) >= 0) {
            if (next != '\n') {
                line.append((char) next);
            } else if (line.toString().isBlank()) {
                return head;
            } else {
                head.add(line.toString().trim());
                line.setLength(0);
            }
        }
        return List.of();
    }

    private static int length(List<String> head) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException over) {
                        Thread.currentThread().interrupt();
                    }
                },
                THREADS + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Closeable socket : open) {
            socket.close();
        }
    }
}
