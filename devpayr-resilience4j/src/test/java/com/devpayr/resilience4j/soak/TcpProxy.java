package com.devpayr.resilience4j.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A TCP proxy with a fixed port for a server whose port changes with each start. It can refuse connections and delay
 * traffic.
 */
final class TcpProxy implements AutoCloseable {
    private static final int PIECE = 8192;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile ServerSocket listener;
    private volatile int server;
    private volatile long delayMillis;

    private TcpProxy(ServerSocket listener) {
        this.listener = listener;
        this.port = listener.getLocalPort();
    }

    static TcpProxy to(int server) throws IOException {
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 1024, LOOPBACK));
        proxy.server = server;
        proxy.listen();
        return proxy;
    }

    int port() {
        return port;
    }

    /** Sets the delay of each chunk, in both directions. */
    void slow(long millis) {
        delayMillis = millis;
    }

    /** Closes all connections and refuses new ones. */
    void disconnect() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Accepts connections again, for another server. Waits while another process uses the port. */
    void connectTo(int newServer) throws IOException, InterruptedException {
        server = newServer;
        while (true) {
            try {
                ServerSocket again = new ServerSocket();
                again.setReuseAddress(true);
                again.bind(new InetSocketAddress(LOOPBACK, port), 1024);
                listener = again;
                listen();
                return;
            } catch (BindException taken) {
                over.await(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void listen() {
        ServerSocket mine = listener;
        start(() -> {
            while (true) {
                Socket client = mine.accept();
                start(() -> connect(client));
            }
        });
    }

    private void connect(Socket client) throws IOException, InterruptedException {
        open.add(client);
        try (client;
                Socket upstream = new Socket(LOOPBACK, server)) {
            open.add(upstream);
            start(() -> pump(upstream, client));
            pump(client, upstream);
            open.remove(upstream);
        } finally {
            open.remove(client);
        }
    }

    private void pump(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (delayMillis > 0) {
                    over.await(delayMillis, TimeUnit.MILLISECONDS);
                }
                out.write(piece, 0, read);
            }
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException disconnected) {
                        // expected
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                },
                "soak-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        over.countDown();
        try {
            disconnect();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
