package com.devpayr.spi;

import com.devpayr.internal.file.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A lease store in a file. Reads take no lock, since the file is replaced atomically. */
final class FileLeaseStore implements LeaseStore {
    /** Returned for a file that is too long; the license guard rejects it as damaged. */
    private static final Lease DAMAGED = new Lease("too long");

    private final OwnerOnlyFile file;

    FileLeaseStore(Path path) {
        this.file = new OwnerOnlyFile(path);
    }

    @Override
    public @Nullable Lease load() {
        try {
            return read();
        } catch (IOException failure) {
            throw failed("read", failure);
        }
    }

    @Override
    public void save(Lease lease) {
        locked("written", () -> write(lease));
    }

    @Override
    public boolean compareAndSet(Lease expected, Lease lease) {
        return locked("written", () -> expected.equals(read()) && write(lease));
    }

    @Override
    public void delete() {
        if (Files.notExists(file.path())) {
            return;
        }
        locked("deleted", () -> {
            file.delete();
            return true;
        });
    }

    private @Nullable Lease read() throws IOException {
        try {
            byte[] bytes = file.read(Lease.MAX_LENGTH + 1);
            return bytes.length > Lease.MAX_LENGTH
                    ? DAMAGED
                    : new Lease(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    private boolean write(Lease lease) throws IOException {
        file.replace(lease.text().getBytes(StandardCharsets.ISO_8859_1));
        return true;
    }

    private boolean locked(String verb, OwnerOnlyFile.Action<Boolean> action) {
        try {
            return file.locked(action);
        } catch (IOException failure) {
            throw failed(verb, failure);
        }
    }

    private UncheckedIOException failed(String verb, IOException failure) {
        return new UncheckedIOException(
                "lease file " + file.path() + " cannot be " + verb + " ("
                        + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "); check the path and its permissions, or configure another lease store",
                failure);
    }
}
