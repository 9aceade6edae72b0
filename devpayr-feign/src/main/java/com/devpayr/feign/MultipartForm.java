package com.devpayr.feign;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.wire.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * A form with one file. Feign holds a request's body as one array, so the file is read straight into its place in it:
 * there is one copy in memory, of the exact size.
 */
final class MultipartForm {
    private final String boundary;
    private final byte[] bytes;

    private MultipartForm(String boundary, byte[] bytes) {
        this.boundary = boundary;
        this.bytes = bytes;
    }

    static MultipartForm of(Map<String, String> fields, String fileField, Upload file) {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String boundary = "devpayr-" + HexFormat.of().formatHex(random);
        byte[] head = head(boundary, fields, fileField, file).getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        int size = Math.toIntExact(file.size());
        byte[] whole = Arrays.copyOf(head, head.length + size + tail.length);
        read(file, whole, head.length, size);
        System.arraycopy(tail, 0, whole, head.length + size, tail.length);
        return new MultipartForm(boundary, whole);
    }

    private static String head(String boundary, Map<String, String> fields, String fileField, Upload file) {
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(fileField)
                .append("\"; filename=\"")
                .append(quoted(file.filename()))
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .toString();
    }

    /** As browsers do it: a file name cannot end its quotes or its line. */
    private static String quoted(String filename) {
        return filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void read(Upload file, byte[] whole, int offset, int size) {
        try (InputStream content = file.open()) {
            if (content.readNBytes(whole, offset, size) != size || content.read() != -1) {
                throw new InvalidRequestException("file", "changed its size while it was read; try again");
            }
        } catch (IOException unreadable) {
            throw new InvalidRequestException(
                    "file", "cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        return bytes;
    }
}
