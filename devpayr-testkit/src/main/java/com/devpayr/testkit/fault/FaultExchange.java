package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A request and its connection, for a {@link Fault} to handle. */
public final class FaultExchange {
    private final Socket socket;
    private final String request;

    FaultExchange(Socket socket, String request) {
        this.socket = socket;
        this.request = request;
    }

    /** Returns the raw request: request line, headers (with credentials) and body. */
    public String request() {
        return request;
    }

    /** Sends Latin-1 characters. */
    public FaultExchange write(String text) throws IOException {
        return write(text.getBytes(ISO_8859_1));
    }

    /** Sends bytes. */
    public FaultExchange write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Waits without sending until the client or the server closes the connection. */
    public void stall() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        disconnect();
    }

    /** Closes the connection. */
    public void disconnect() throws IOException {
        socket.close();
    }

    /** Resets the connection. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        disconnect();
    }
}
