package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.devpayr.testkit.internal.http.ConnectionThread;
import com.devpayr.testkit.internal.http.RequestHead;
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
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on raw sockets, on a free port of the loopback interface, that handles every request with a {@link Fault}
 * and records requests and connections. For network faults that an HTTP server cannot produce; use the emulator for
 * everything else.
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
    /** The name of the server's threads. */
    public static final String THREAD_NAME = "devpayr-fault-server";

    private static final int BACKLOG = 1024;

    private final String scheme;
    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Fault fault = Faults.disconnect();

    private FaultServer(String scheme, ServerSocketFactory sockets, Consumer<ServerSocket> settings)
            throws IOException {
        this.scheme = scheme;
        this.listener = sockets.createServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        settings.accept(listener);
        ConnectionThread.start(THREAD_NAME, this::accept);
    }

    /** Starts a server that closes the connection on every request, until {@link #setFault} is called. */
    public static FaultServer start() {
        return start("http", ServerSocketFactory.getDefault(), socket -> {});
    }

    /** Starts a server with a fault. */
    public static FaultServer start(Fault fault) {
        FaultServer server = start();
        server.setFault(fault);
        return server;
    }

    /**
     * Starts a server as {@link #start()}, over TLS. A failed handshake counts as a connection, but not as a request.
     */
    public static FaultServer startTls(SSLContext tls) {
        return startTls(tls, socket -> {});
    }

    /**
     * Starts a server as {@link #startTls(SSLContext)}.
     *
     * @param settings configures the server socket, for example to require client certificates
     */
    public static FaultServer startTls(SSLContext tls, Consumer<SSLServerSocket> settings) {
        return start("https", tls.getServerSocketFactory(), socket -> settings.accept((SSLServerSocket) socket));
    }

    private static FaultServer start(String scheme, ServerSocketFactory sockets, Consumer<ServerSocket> settings) {
        try {
            return new FaultServer(scheme, sockets, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException("failed to open a server socket", failure);
        }
    }

    /** Sets the fault for all further requests. */
    public void setFault(Fault fault) {
        this.fault = fault;
    }

    /** Returns the base URL with a trailing slash, also after the server is closed. */
    public String baseUrl() {
        return scheme + "://127.0.0.1:" + listener.getLocalPort() + "/api/v1/";
    }

    /** Returns the complete requests so far: request line, headers (with credentials) and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the number of accepted connections. */
    public int connections() {
        return connections.get();
    }

    /** Returns the number of open connections. */
    public int openConnections() {
        return open.size();
    }

    /**
     * Waits until no connection is open.
     *
     * @return false if one is still open after the timeout
     */
    public boolean awaitNoConnection(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
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
            socket.setTcpNoDelay(true); // otherwise, the second piece of a response can wait for 40 ms
            connections.incrementAndGet();
            open.add(socket);
            ConnectionThread.start(THREAD_NAME, () -> serve(socket));
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

    /** Returns the next request; empty at the end of the connection. */
    private static String read(InputStream in) throws IOException {
        String head = RequestHead.read(in);
        return head + new String(in.readNBytes(bodyLength(head)), ISO_8859_1);
    }

    private static int bodyLength(String head) {
        String name = "\r\ncontent-length:";
        int start = head.toLowerCase(Locale.ROOT).indexOf(name);
        return start < 0
                ? 0
                : Integer.parseInt(head.substring(start + name.length(), head.indexOf("\r\n", start + 2))
                        .strip());
    }

    /** Stops the server and closes all connections. */
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
