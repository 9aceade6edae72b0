package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server of bare sockets on a free port of the loopback interface, which does to each request what it was told and
 * remembers what reached it. For what an HTTP server cannot be made to do; for all else there is the emulator.
 *
 * <pre>{@code
 * try (FaultServer server = FaultServer.start(Faults.truncatedBody())) {
 *     DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.builder().baseUrl(server.baseUrl()).apiKey(key).build());
 *     assertThatThrownBy(() -> devpayr.projects().get(7)).isInstanceOf(TransportException.class);
 *     assertThat(server.requests()).hasSize(1);
 * }
 * }</pre>
 */
public final class FaultServer implements AutoCloseable {
    /** What its threads are called. */
    public static final String THREAD_NAME = "devpayr-fault-server";

    private static final int LINE_OF_WAITING_CONNECTIONS = 1024;

    private final String scheme;
    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Fault fault = Faults.disconnect();

    private FaultServer(String scheme, ServerSocketFactory sockets) throws IOException {
        this.scheme = scheme;
        this.listener = sockets.createServerSocket(
                0, LINE_OF_WAITING_CONNECTIONS, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start(this::accept);
    }

    /** A server that hangs up on every request until it is told otherwise. */
    public static FaultServer start() {
        return start("http", ServerSocketFactory.getDefault());
    }

    /** A server that does so to every request until it is told otherwise. */
    public static FaultServer start(Fault fault) {
        FaultServer server = start();
        server.setFault(fault);
        return server;
    }

    /** As {@link #start()}, over TLS. What fails in the handshake counts as a connection and not as a request. */
    public static FaultServer startTls(SSLContext tls) {
        return start("https", tls.getServerSocketFactory());
    }

    private static FaultServer start(String scheme, ServerSocketFactory sockets) {
        try {
            return new FaultServer(scheme, sockets);
        } catch (IOException failure) {
            throw new UncheckedIOException("no socket can be opened", failure);
        }
    }

    /** Does so to every request from now on. */
    public void setFault(Fault fault) {
        this.fault = fault;
    }

    /** Where it is, with a trailing slash; where it was, once it is closed. */
    public String baseUrl() {
        return scheme + "://127.0.0.1:" + listener.getLocalPort() + "/api/v1/";
    }

    /** The requests that came whole: first line, headers and body as they travelled, credentials too. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    /** How many connections are open. */
    public int openConnections() {
        return open.size();
    }

    /**
     * Waits until no connection is open.
     *
     * @return false when one still is after so long
     */
    public boolean awaitNoConnection(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (open) {
            while (!open.isEmpty() && System.nanoTime() < end) {
                NANOSECONDS.timedWait(open, end - System.nanoTime());
            }
            return open.isEmpty();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listener.accept();
            connections.incrementAndGet();
            open.add(socket);
            start(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String request = read(in);
            while (!request.isEmpty()) {
                requests.add(request);
                fault.act(new FaultExchange(socket, request));
                request = read(in);
            }
        } finally {
            leave(socket);
        }
    }

    private void leave(Socket socket) {
        synchronized (open) {
            open.remove(socket);
            open.notifyAll();
        }
    }

    /** The next request; empty at the end of the connection. */
    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head + new String(in.readNBytes(bodyLength(head.toString())), ISO_8859_1);
    }

    private static int bodyLength(String head) {
        String name = "\r\ncontent-length:";
        int start = head.toLowerCase(Locale.ROOT).indexOf(name);
        return start < 0
                ? 0
                : Integer.parseInt(head.substring(start + name.length(), head.indexOf("\r\n", start + 2))
                        .strip());
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> untilItEnds(work), THREAD_NAME);
        thread.setDaemon(true);
        thread.start();
    }

    private static void untilItEnds(Work work) {
        try {
            work.run();
        } catch (IOException connectionIsOver) {
            // as it is meant to be, or by the client's doing
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening and ends all connections. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
