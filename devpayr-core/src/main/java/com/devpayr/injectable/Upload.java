package com.devpayr.injectable;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.model.Preconditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to upload. Its content is read when the request is sent, once for each attempt.
 *
 * <pre>{@code
 * Upload logo = Upload.of(Path.of("logo.png"));
 * }</pre>
 */
public final class Upload {
    private final String filename;
    private final long size;
    private final Content content;

    private Upload(String filename, long size, Content content) {
        this.filename = filename;
        this.size = size;
        this.content = content;
    }

    /**
     * Returns an upload of a file on disk, which is read when the request is sent.
     *
     * @throws InvalidRequestException if there is no such regular file
     */
    public static Upload of(Path file) {
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new InvalidRequestException("file", "is " + file + ", which is not a regular file");
        }
        try {
            return new Upload(name.toString(), Files.size(file), () -> Files.newInputStream(file));
        } catch (IOException unreadable) {
            throw new InvalidRequestException("file", "is " + file + ", whose size cannot be read: " + unreadable);
        }
    }

    /**
     * Returns an upload of bytes.
     *
     * @param filename name of the file
     * @param bytes content, which is not copied and must not be changed until the request is sent
     */
    public static Upload of(String filename, byte[] bytes) {
        return new Upload(Preconditions.text("file", filename), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Returns the file name, without folders. */
    public String filename() {
        return filename;
    }

    /** Returns the size in bytes at the time this upload was created. */
    public long size() {
        return size;
    }

    /** Opens the content from its start. The caller closes the stream. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** Returns file name and size. */
    @Override
    public String toString() {
        return "Upload[" + filename + ", " + size + " bytes]";
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}
