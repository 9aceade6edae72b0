package com.devpayr.internal.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock among all threads and processes on this machine, held through a lock file. Acquiring it times out, since any process
 * that can open the file can hold the lock for as long as it likes.
 */
final class FileMutex {
    /**
     * One lock per lock file. A file lock belongs to the whole process: a second channel could not acquire it, and closing that
     * channel would release the lock of the first one on POSIX systems.
     */
    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final long POLL_MILLIS = 10;

    private final long timeoutNanos;

    FileMutex(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Runs an action while holding the lock.
     *
     * @param lock the lock file, by its real path; created if it does not exist, and rejected if it is a symbolic link
     * @param attributes the attributes of a lock file that is created
     * @throws IOException if the action fails, or if the lock is not available in time
     */
    <T> T locked(Path lock, FileAttribute<?>[] attributes, OwnerOnlyFile.Action<T> action) throws IOException {
        long deadline = System.nanoTime() + timeoutNanos;
        ReentrantLock threads = THREADS.computeIfAbsent(lock, path -> new ReentrantLock());
        try {
            if (!threads.tryLock(timeoutNanos, TimeUnit.NANOSECONDS)) {
                throw timedOut(lock);
            }
            try {
                return lockedByThread(lock, attributes, action, deadline);
            } finally {
                threads.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the lock " + lock);
        }
    }

    private static <T> T lockedByThread(
            Path lock, FileAttribute<?>[] attributes, OwnerOnlyFile.Action<T> action, long deadline)
            throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(lock, OPTIONS, attributes);
                FileLock held = acquire(channel, lock, deadline)) {
            requireNonNull(held);
            return action.run();
        }
    }

    private static FileLock acquire(FileChannel channel, Path lock, long deadline)
            throws IOException, InterruptedException {
        FileLock held = tryLock(channel);
        while (held == null) {
            if (System.nanoTime() - deadline >= 0) {
                throw timedOut(lock);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            held = tryLock(channel);
        }
        return held;
    }

    /** Returns null if the lock is held by another process, or by this library in another class loader of this process. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByAnotherClassLoader) {
            return null;
        }
    }

    private static IOException timedOut(Path lock) {
        return new IOException("timed out waiting for the lock " + lock + ", which another process holds");
    }
}
