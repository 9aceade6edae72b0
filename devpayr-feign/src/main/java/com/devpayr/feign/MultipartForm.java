package com.devpayr.feign;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.wire.MultipartEnvelope;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * A form with one file. Feign holds a request's body as one array, so the file is read straight into its place in it:
 * there is one copy in memory, of the exact size.
 */
final class MultipartForm {
    private final String contentType;
    private final byte[] bytes;

    private MultipartForm(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    static MultipartForm of(Map<String, String> fields, String fileField, Upload file) {
        MultipartEnvelope frame = MultipartEnvelope.around(fields, fileField, file.filename());
        byte[] head = frame.head();
        byte[] tail = frame.tail();
        int size = Math.toIntExact(file.size());
        byte[] whole = Arrays.copyOf(head, head.length + size + tail.length);
        read(file, whole, head.length, size);
        System.arraycopy(tail, 0, whole, head.length + size, tail.length);
        return new MultipartForm(frame.contentType(), whole);
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
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }
}
