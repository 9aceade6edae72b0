package com.devpayr.internal.wire;

import com.devpayr.injectable.Upload;
import com.devpayr.spi.RawBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A {@code multipart/form-data} body around one file: the other fields, the file's bytes, the closing boundary. */
public final class MultipartEnvelope {
    private final String boundary;
    private final byte[] head;
    private final byte[] tail;

    private MultipartEnvelope(String boundary, String head) {
        this.boundary = boundary;
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a body with a random boundary, so that no file can contain it.
     *
     * @param fields the form's other fields, in order
     * @param name the name of the file's field
     */
    public static RawBody around(Map<String, String> fields, String name, Upload upload) {
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
                .append(escape(upload.filename()))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return new MultipartEnvelope(boundary, head.toString()).body(upload);
    }

    private static String part(String boundary, String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    /** Escapes as browsers do, so that a name can end neither its quotes nor its line. */
    private static String escape(String filename) {
        return filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private RawBody body(Upload upload) {
        return RawBody.of(
                "multipart/form-data; boundary=" + boundary,
                head.length + upload.size() + tail.length,
                () -> open(upload));
    }

    private InputStream open(Upload upload) throws IOException {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), new UploadStream(upload), new ByteArrayInputStream(tail))));
    }
}
