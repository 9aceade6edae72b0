package com.devpayr.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Faults that networks, proxies and servers have. */
public final class Faults {
    private static final int MIB = 1024 * 1024;
    private static final long DRIP_MILLIS = 20;

    private Faults() {}

    /** The connection ends without an answer. */
    public static Fault disconnect() {
        return FaultExchange::disconnect;
    }

    /** The connection is reset without an answer. */
    public static Fault reset() {
        return FaultExchange::reset;
    }

    /** No answer ever comes. */
    public static Fault noResponse() {
        return FaultExchange::stall;
    }

    /** The answer ends within its headers and nothing more comes. */
    public static Fault stalledHeaders() {
        return exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Ty").stall();
    }

    /** The body comes byte by byte, for minutes. */
    public static Fault slowBody() {
        return exchange -> {
            exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (true) {
                exchange.write(" ");
                Thread.sleep(DRIP_MILLIS);
            }
        };
    }

    /** The connection ends before as many bytes have come as were announced. */
    public static Fault truncatedBody() {
        return exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":")
                .disconnect();
    }

    /** A chunk whose size is none. */
    public static Fault brokenChunk() {
        return exchange -> exchange.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"data\":\r\nsoup\r\n")
                .disconnect();
    }

    /** One interim answer after the other, and never the answer. */
    public static Fault endlessInterimResponses() {
        String burst = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(300);
        return exchange -> {
            while (true) {
                exchange.write(burst);
                Thread.sleep(DRIP_MILLIS);
            }
        };
    }

    /** The request comes back in place of an answer. */
    public static Fault echoedRequest() {
        return exchange -> exchange.write(exchange.request());
    }

    /** An answer that sends the client elsewhere. */
    public static Fault redirect(int status, String location) {
        return response(status, "Location: " + location + "\r\n", "");
    }

    /** An answer of a status with a body, and headers that each end in a line break. */
    public static Fault response(int status, String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + " Told\r\n" + headers
                        + (status == 204 ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n")
                .getBytes(ISO_8859_1);
        return exchange -> exchange.write(head).write(body);
    }

    /** As {@link #response(int, String, byte[])}, with a body of UTF-8. */
    public static Fault response(int status, String headers, String body) {
        return response(status, headers, body.getBytes(UTF_8));
    }

    /** A JSON text that begins well and goes on with so many mebibytes of blanks, none of which is kept. */
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

    /** The same compressed, so that little travels. */
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
