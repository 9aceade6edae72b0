package com.devpayr.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyFileTest {
    private final Path home;
    private final OwnerOnlyFile file;

    OwnerOnlyFileTest(@TempDir Path home) {
        this.home = home;
        this.file = new OwnerOnlyFile(home.resolve("a/b/file"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    @Test
    void onlyTheFirstCallCreatesTheFile() throws IOException {
        assertThat(file.create(bytes("first"))).isTrue();
        assertThat(file.create(bytes("second"))).isFalse();

        assertThat(file.path()).hasContent("first");
        assertThat(beside()).containsExactly("file");
    }

    @Test
    void replacesTheFileWithoutAffectingOpenReaders() throws IOException {
        file.replace(bytes("first"));
        try (var opened = Files.newInputStream(file.path())) {
            file.replace(bytes("second"));

            assertThat(opened.readAllBytes()).isEqualTo(bytes("first"));
        }
        assertThat(file.path()).hasContent("second");
        assertThat(beside()).containsExactly("file");
    }

    @Test
    void readsUpToTheLimit() throws IOException {
        file.replace(bytes("0123456789"));

        assertThat(file.read(4)).isEqualTo(bytes("0123"));
        assertThat(file.read(40)).isEqualTo(bytes("0123456789"));
    }

    @Test
    void rejectsAMissingFile() throws IOException {
        assertThatThrownBy(() -> file.read(1)).isInstanceOf(NoSuchFileException.class);
        file.delete();
        file.replace(bytes("x"));
        file.delete();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    @Timeout(30)
    @DisabledOnOs(OS.WINDOWS)
    void rejectsFilesThatAreNotRegular() throws Exception {
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> new OwnerOnlyFile(pipe).read(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a regular file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAreRestrictedToTheOwner() throws IOException {
        file.replace(bytes("x"));
        file.locked(() -> true);

        for (String name : new String[] {"a/b/file", "a/b/file.lock"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
                    .isEqualTo("rw-------");
        }
        for (String name : new String[] {"a", "a/b"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void releasesTheLockAfterAFailure() throws IOException {
        assertThatThrownBy(() -> file.locked(() -> {
                    throw new IOException("in between");
                }))
                .hasMessage("in between");

        assertThat(file.locked(() -> "again")).isEqualTo("again");
    }

    @Test
    void aFailedReplacementKeepsTheOldFileOnly() throws IOException {
        Files.createDirectories(file.path().resolve("a folder in the file's place"));

        assertThatThrownBy(() -> file.replace(bytes("x"))).isInstanceOf(IOException.class);

        assertThat(beside()).containsExactly("file");
    }

    @Test
    @Timeout(30)
    void aLockThatIsHeldTimesOutAndDoesNotAffectOtherFiles() throws IOException {
        OwnerOnlyFile impatient = new OwnerOnlyFile(file.path(), Duration.ofMillis(20));
        OwnerOnlyFile other = new OwnerOnlyFile(home.resolve("a/b/other"), Duration.ofMillis(20));

        String during = file.locked(() -> CompletableFuture.supplyAsync(() -> {
                    assertThatThrownBy(() -> impatient.locked(() -> "not reached"))
                            .isInstanceOf(IOException.class)
                            .hasMessageContaining("file.lock");
                    return locked(other, "other");
                })
                .join());

        assertThat(during).isEqualTo("other");
        assertThat(impatient.locked(() -> "afterwards")).isEqualTo("afterwards");
    }

    @Test
    void anInterruptedThreadDoesNotWaitForTheLock() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> file.locked(() -> "not reached")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisabledOnOs(OS.WINDOWS)
    void aSymbolicLinkInPlaceOfTheLockFileIsNotFollowed(boolean dangling) throws IOException {
        Path target = home.resolve("target");
        if (!dangling) {
            Files.writeString(target, "precious");
        }
        Files.createDirectories(home.resolve("a/b"));
        Files.createSymbolicLink(home.resolve("a/b/file.lock"), target);

        assertThatThrownBy(() -> file.locked(() -> "not reached")).isInstanceOf(IOException.class);
        assertThat(Files.exists(target)).isNotEqualTo(dangling);
    }

    private static String locked(OwnerOnlyFile file, String result) {
        try {
            return file.locked(() -> result);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("a/b"))) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void createsTheFileOnceWithoutHardLinks() throws IOException {
        Configuration noLinks = Configuration.unix().toBuilder()
                .setSupportedFeatures(Feature.FILE_CHANNEL)
                .build();
        try (FileSystem memory = Jimfs.newFileSystem(noLinks)) {
            OwnerOnlyFile plain = new OwnerOnlyFile(memory.getPath("/a/file"));

            assertThat(plain.create(bytes("first"))).isTrue();
            assertThat(plain.create(bytes("second"))).isFalse();

            assertThat(plain.read(10)).isEqualTo(bytes("first"));
            try (Stream<Path> files = Files.list(memory.getPath("/a"))) {
                assertThat(files).containsExactly(memory.getPath("/a/file"));
            }
        }
    }

    @Test
    void anotherThreadAcquiresTheLockAfterwards() throws IOException {
        file.locked(() -> "first");

        assertThat(CompletableFuture.supplyAsync(() -> {
                    try {
                        return file.locked(() -> "second");
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }))
                .succeedsWithin(Duration.ofSeconds(30))
                .isEqualTo("second");
    }

    /** Opens the lock file as another class loader of this process does. */
    private FileChannel openLockFile() throws IOException {
        Files.createDirectories(home.resolve("a/b"));
        return FileChannel.open(home.resolve("a/b/file.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    @Timeout(30)
    void aLockOfAnotherChannelTimesOut() throws IOException {
        OwnerOnlyFile impatient = new OwnerOnlyFile(file.path(), Duration.ofMillis(20));
        try (FileChannel other = openLockFile();
                FileLock held = other.lock()) {
            assertThatThrownBy(() -> impatient.locked(() -> "not reached"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("timed out waiting for the lock ");
            assertThat(held.isValid()).isTrue();
        }

        assertThat(impatient.locked(() -> "afterwards")).isEqualTo("afterwards");
    }

    @Test
    @Timeout(60)
    void waitsForTheLockOfAnotherChannel() throws IOException {
        OwnerOnlyFile patient = new OwnerOnlyFile(file.path(), Duration.ofSeconds(30));
        FutureTask<String> task = new FutureTask<>(() -> patient.locked(() -> "acquired"));
        Thread thread = new Thread(task);
        try (FileChannel other = openLockFile();
                FileLock held = other.lock()) {
            thread.start();
            awaitEndOrSleep(thread);
            assertThat(task).isNotDone();
            assertThat(held.isValid()).isTrue();
        }

        assertThat(task).succeedsWithin(Duration.ofSeconds(30)).isEqualTo("acquired");
    }

    /** Returns when a thread has ended or sleeps. */
    private static void awaitEndOrSleep(Thread thread) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime() - deadline).isNegative();
            Thread.onSpinWait();
        }
    }
}
