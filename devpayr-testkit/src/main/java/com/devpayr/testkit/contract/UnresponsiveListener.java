package com.devpayr.testkit.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

/** A listener on the loopback interface that accepts no connection and whose queue is full, so that connecting to it times out. */
final class UnresponsiveListener implements AutoCloseable {
    private static final int MAX_QUEUE = 64;
    private static final int CONNECT_MILLIS = 100;

    private final ServerSocket listener;
    private final Deque<Socket> queued = new ArrayDeque<>();

    private UnresponsiveListener(ServerSocket listener) {
        this.listener = listener;
    }

    /** Opens a listener on a free port and fills its queue. */
    static UnresponsiveListener open() throws IOException {
        UnresponsiveListener opened =
                new UnresponsiveListener(new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
        while (opened.connects()) {
            if (opened.queued.size() > MAX_QUEUE) {
                opened.close();
                throw new IllegalStateException("the operating system queues any number of connections");
            }
        }
        return opened;
    }

    private boolean connects() throws IOException {
        Socket socket = new Socket();
        queued.push(socket);
        try {
            socket.connect(listener.getLocalSocketAddress(), CONNECT_MILLIS);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/api/v1/";
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listener.close();
    }
}
