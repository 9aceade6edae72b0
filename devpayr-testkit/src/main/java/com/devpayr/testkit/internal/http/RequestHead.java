package com.devpayr.testkit.internal.http;

import java.io.IOException;
import java.io.InputStream;

/** The head of a request on a raw connection: the request line and the headers. */
public final class RequestHead {
    private RequestHead() {}

    /** Reads the head of the next request with its empty line; empty at the end of the connection. */
    public static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
