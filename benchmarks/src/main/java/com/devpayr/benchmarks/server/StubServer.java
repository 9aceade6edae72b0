package com.devpayr.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;

/**
 * A single-threaded server that sends {@link StubResponses}. Prints its port, and for each line of its standard input the number
 * of responses so far. Ends with its parent process.
 */
public final class StubServer {
    private static final int BACKLOG = 1024;

    private final LongAdder served = new LongAdder();
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();

    private StubServer() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Runs the server until its standard input is closed. */
    public static void main(String[] arguments) throws IOException {
        StubServer server = new StubServer();
        System.out.println(server.listener.socket().getLocalPort());
        Thread serving = new Thread(server::serve, "responses");
        serving.setDaemon(true);
        serving.start();
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (questions.readLine() != null) {
            System.out.println(server.served.sum());
        }
    }

    private void serve() {
        try {
            while (true) {
                selector.select(this::ready);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the selector failed", broken);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (!((Connection) key.attachment()).serve()) {
                key.channel().close();
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void accept() throws IOException {
        SocketChannel client = listener.accept();
        client.configureBlocking(false);
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        client.register(selector, SelectionKey.OP_READ, new Connection(client, served));
    }
}
