package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** The connection on which a request came, for a {@link Fault} to act on. */
public final class FaultExchange {
    private final Socket socket;
    private final String request;

    FaultExchange(Socket socket, String request) {
        this.socket = socket;
        this.request = request;
    }

    /** What came: first line, headers and body as they travelled, credentials too. */
    public String request() {
        return request;
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

    /** Sends nothing more until the client hangs up or the server is closed. */
    public void stall() throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        disconnect();
    }

    /** Ends the connection in good order. */
    public void disconnect() throws IOException {
        socket.close();
    }

    /** Ends the connection with a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        disconnect();
    }
}
