package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** The connection on which a request came, for a {@link Fault} to act on. */
public final class FaultExchange {
    private final Socket socket;
    private final CountDownLatch closed;

    FaultExchange(Socket socket, CountDownLatch closed) {
        this.socket = socket;
        this.closed = closed;
    }

    /** Sends characters of Latin-1 as they are. */
    public FaultExchange write(String text) throws IOException {
        return write(text.getBytes(ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public FaultExchange write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Sends nothing more until the server is closed. */
    public void stall() throws IOException, InterruptedException {
        closed.await();
        hangUp();
    }

    /** Ends the connection in good order. */
    public void hangUp() throws IOException {
        socket.close();
    }

    /** Ends the connection with a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        hangUp();
    }
}
