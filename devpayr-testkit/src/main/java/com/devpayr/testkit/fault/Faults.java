package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Faults of networks, proxies and servers. */
public final class Faults {
    private static final int MIB = 1024 * 1024;
    private static final long DRIP_MILLIS = 20;

    private Faults() {}

    /** Closes the connection without a response. */
    public static Fault disconnect() {
        return FaultExchange::disconnect;
    }

    /** Resets the connection without a response. */
    public static Fault reset() {
        return FaultExchange::reset;
    }

    /** Never responds. */
    public static Fault noResponse() {
        return FaultExchange::stall;
    }

    /** Stops in the middle of the response headers and keeps the connection open. */
    public static Fault stalledHeaders() {
        return exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Ty").stall();
    }

    /** Sends the body byte by byte, for minutes. */
    public static Fault slowBody() {
        return exchange -> {
            exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (true) {
                exchange.write(" ");
                Thread.sleep(DRIP_MILLIS);
            }
        };
    }

    /** Closes the connection before the whole {@code Content-Length} is sent. */
    public static Fault truncatedBody() {
        return exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":")
                .disconnect();
    }

    /** Sends a chunk with an invalid size. */
    public static Fault brokenChunk() {
        return exchange -> exchange.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"data\":\r\nsoup\r\n")
                .disconnect();
    }

    /** Sends interim responses (1xx) without end and no final response. */
    public static Fault endlessInterimResponses() {
        String burst = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(300);
        return exchange -> {
            while (true) {
                exchange.write(burst);
                Thread.sleep(DRIP_MILLIS);
            }
        };
    }

    /** Sends the request back instead of a response. */
    public static Fault echoedRequest() {
        return exchange -> exchange.write(exchange.request());
    }

    /** Redirects the client. */
    public static Fault redirect(int status, String location) {
        return response(status, "Location: " + location + "\r\n", "");
    }

    /** Responds with a status, headers (each ending with CR LF) and a body. */
    public static Fault response(int status, String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + " Fault\r\n" + headers
                        + (status == 204 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n")
                .getBytes(ISO_8859_1);
        return exchange -> exchange.write(head).write(body);
    }

    /** Responds as {@link #response(int, String, byte[])}, with a UTF-8 body. */
    public static Fault response(int status, String headers, String body) {
        return response(status, headers, body.getBytes(UTF_8));
    }

    /** Sends a body that starts as JSON and continues with mebibytes of blanks. */
    public static Fault hugeBody(int mebibytes) {
        return exchange -> {
            exchange.write("HTTP/1.1 200 OK\r\nContent-Length: " + (long) mebibytes * MIB + "\r\n\r\n");
            exchange.write("{\"data\":");
            byte[] block = " ".repeat(MIB).getBytes(ISO_8859_1);
            for (int i = 0; i < mebibytes; i++) {
                exchange.write(block);
            }
        };
    }

    /** Sends the body of {@link #hugeBody} compressed with gzip. */
    public static Fault gzipBomb(int mebibytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"data\":".getBytes(ISO_8859_1));
            byte[] block = " ".repeat(MIB).getBytes(ISO_8859_1);
            for (int i = 0; i < mebibytes; i++) {
                gzip.write(block);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return response(200, "Content-Encoding: gzip\r\n", compressed.toByteArray());
    }
}
