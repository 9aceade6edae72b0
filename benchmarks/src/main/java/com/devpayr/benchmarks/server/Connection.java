package com.devpayr.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of a client. Reads pipelined requests and writes the responses. */
final class Connection {
    private static final int MAX_REQUEST_BYTES = 64 * 1024;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final SocketChannel channel;
    private final LongAdder served;
    private final ByteBuffer received = ByteBuffer.allocate(MAX_REQUEST_BYTES);

    /** @param served counts the responses */
    Connection(SocketChannel channel, LongAdder served) {
        this.channel = channel;
        this.served = served;
    }

    /** Reads available data and responds to complete requests. Returns false if the client has closed the connection. */
    boolean serve() throws IOException {
        if (channel.read(received) < 0) {
            return false;
        }
        String text = new String(received.array(), 0, received.position(), StandardCharsets.ISO_8859_1);
        int processed = 0;
        for (int end = endOfRequest(text, 0); end > 0; end = endOfRequest(text, processed)) {
            served.increment();
            write(StubResponses.to(target(text, processed)));
            processed = end;
        }
        received.flip().position(processed);
        received.compact();
        return true;
    }

    /** Returns the end of a request; 0 if it is incomplete. */
    private static int endOfRequest(String text, int start) {
        int head = text.indexOf(END_OF_HEAD, start);
        if (head < 0) {
            return 0;
        }
        Matcher length = LENGTH.matcher(text).region(start, head);
        int end = head + END_OF_HEAD.length() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
        return end <= text.length() ? end : 0;
    }

    private static String target(String text, int start) {
        int from = text.indexOf(' ', start) + 1;
        return text.substring(from, text.indexOf(' ', from));
    }

    private void write(ByteBuffer response) throws IOException {
        while (response.hasRemaining()) {
            channel.write(response);
        }
    }
}
