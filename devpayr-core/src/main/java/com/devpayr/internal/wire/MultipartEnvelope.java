package com.devpayr.internal.wire;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * What stands around the file in a {@code multipart/form-data} body, for transports that have no forms of their own. The
 * body is the head, the file's bytes, the tail.
 *
 * <pre>{@code
 * MultipartEnvelope frame = MultipartEnvelope.around(Map.of("title", "Logo"), "file", upload.filename());
 * }</pre>
 */
public final class MultipartEnvelope {
    private final String boundary;
    private final String head;

    private MultipartEnvelope(String boundary, String head) {
        this.boundary = boundary;
        this.head = head;
    }

    /**
     * A frame with a boundary of its own, which is random, so that no file can hold it.
     *
     * @param fields the form's other fields, in order
     * @param name the name of the file's field
     * @param filename what the file is called; cannot end its quotes or its line, as browsers do it
     */
    public static MultipartEnvelope around(Map<String, String> fields, String name, String filename) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String boundary = "devpayr-" + HexFormat.of().formatHex(random);
        StringBuilder head = new StringBuilder();
        fields.forEach((field, value) -> head.append(part(boundary, field))
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append(part(boundary, name))
                .append("; filename=\"")
                .append(quoted(filename))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return new MultipartEnvelope(boundary, head.toString());
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    private static String quoted(String filename) {
        return filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** The body's {@code Content-Type}. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** What comes before the file; a new array each time. */
    public byte[] head() {
        return head.getBytes(StandardCharsets.UTF_8);
    }

    /** What comes after the file; a new array each time. */
    public byte[] tail() {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
