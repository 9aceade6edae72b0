package com.devpayr.injectable;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.model.Preconditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be uploaded: its name, its size, and a way to read it once or more. Its content is not held here unless it
 * came as an array.
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
     * A file on disk, read when it is sent.
     *
     * @throws InvalidRequestException when there is no such regular file
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
     * Bytes under a file name.
     *
     * @param bytes not copied: leave them as they are until they are sent
     */
    public static Upload of(String filename, byte[] bytes) {
        return new Upload(Preconditions.text("file", filename), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The name that it is sent under, without folders. */
    public String filename() {
        return filename;
    }

    /** Its size in bytes when it was named. */
    public long size() {
        return size;
    }

    /** Its content from the start; the caller closes it. */
    public InputStream open() throws IOException {
        return content.open();
    }

    /** Its name and size. */
    @Override
    public String toString() {
        return "Upload[" + filename + ", " + size + " bytes]";
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}
