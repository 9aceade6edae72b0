package com.devpayr.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseStoreTest {
    private final Path home;
    private final Path path;
    private final LeaseStore store;
    private final LeaseCodec codec = new LeaseCodec(
            GuardFixture.KEY, new LeaseSubject(GuardFixture.APPLICATION, GuardFixture.DOMAIN, PaymentScope.PROJECT));

    FileLeaseStoreTest(@TempDir Path home) {
        this.home = home;
        this.path = home.resolve("state/devpayr/lease");
        this.store = LeaseStore.file(path);
    }

    private Lease lease(long seen) {
        return codec.encode(new LeasePayload(1000, seen));
    }

    @Test
    void storesOneLeaseUntilItIsDeleted() {
        assertThat(store.load()).isNull();
        store.delete();

        store.save(lease(1000));
        store.save(lease(2000));

        assertThat(LeaseStore.file(path).load()).isEqualTo(lease(2000));
        store.delete();
        assertThat(store.load()).isNull();
        assertThat(path).doesNotExist();
    }

    @Test
    void replacesOnlyTheExpectedLease() {
        for (LeaseStore each : List.of(store, LeaseStore.memory())) {
            assertThat(each.compareAndSet(lease(1000), lease(2000))).isFalse();
            assertThat(each.load()).isNull();

            each.save(lease(1000));
            assertThat(each.compareAndSet(lease(1000), lease(2000))).isTrue();
            assertThat(each.compareAndSet(lease(1000), lease(3000))).isFalse();
            assertThat(each.load()).isEqualTo(lease(2000));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesAndDirectoryAreAccessibleToTheOwnerOnly() throws IOException {
        store.save(lease(1000));

        for (Path each : List.of(path, path.resolveSibling("lease.lock"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("state"))))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void savingRestrictsTheFileToItsOwner() throws IOException {
        store.save(lease(1000));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));

        store.save(lease(2000));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsTooLongIsNotReadCompletelyAndIsRejected() throws IOException {
        store.save(lease(1000));
        Files.write(path, new byte[64 * 1024 * 1024]);

        Lease read = requireNonNull(store.load());

        assertThat(codec.decode(read).payload()).isNull();
        assertThat(read.text().length()).isLessThan(Lease.MAX_LENGTH);
    }

    @Test
    void aLeaseOfMaximumLengthIsRead() throws IOException {
        store.save(lease(1000));
        Files.writeString(path, "x".repeat(Lease.MAX_LENGTH));

        assertThat(requireNonNull(store.load()).text()).hasSize(Lease.MAX_LENGTH);
    }

    @Test
    void aFlippedByteInvalidatesTheLease() throws IOException {
        store.save(lease(1000));
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) 0x80;
            Files.write(path, flipped);
            Lease read = requireNonNull(store.load());
            assertThat(codec.decode(read).payload()).isNull();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSymbolicLinkIsReplacedNotFollowed() throws IOException {
        Path target = Files.writeString(home.resolve("precious"), "precious");
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, target);

        store.save(lease(1000));

        assertThat(target).hasContent("precious");
        assertThat(Files.isSymbolicLink(path)).isFalse();
    }

    @Test
    void aDirectoryIsReportedWithASuggestedFix() throws IOException {
        Files.createDirectories(path);

        assertThatThrownBy(store::load)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("lease file " + path + " cannot be read")
                .hasMessageContaining("configure another lease store");
    }

    @Test
    void onlyTheLockFileRemains() throws IOException {
        store.save(lease(1000));
        store.save(lease(2000));
        store.compareAndSet(lease(2000), lease(3000));

        try (Stream<Path> files = Files.list(path.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lease", "lease.lock");
        }
    }

    @Tag("exhaustive")
    @Test
    @Timeout(60)
    void aLockHeldByAnotherProcessBlocksNeitherTheGuardNorOtherFiles() throws Exception {
        GuardFixture fixture = new GuardFixture();
        store.save(lease(1000));
        Process other = ChildProcess.start("lock", path, 0);
        try (LicenseGuard guard = fixture.builder().leaseStore(store).build()) {
            assertThat(other.getInputStream().read()).isEqualTo('l');

            assertThat(guard.refresh().join()).isInstanceOf(Verdict.Allowed.class);
            assertThat(fixture.storeFailures).singleElement().satisfies(failure -> assertThat(failure)
                    .hasMessageContaining("another process holds"));
            LeaseStore.file(home.resolve("unaffected")).save(lease(2000));
            assertThat(store.load()).isEqualTo(lease(1000));
        } finally {
            other.destroyForcibly().waitFor();
        }
        store.save(lease(3000));
        assertThat(store.load()).isEqualTo(lease(3000));
    }

    @Tag("exhaustive")
    @Test
    void concurrentProcessesNeitherReadPartialLeasesNorLoseUpdates() throws Exception {
        int steps = 60;
        store.save(lease(1000));
        List<Process> processes =
                List.of(ChildProcess.start("count", path, steps), ChildProcess.start("count", path, steps));

        do {
            Lease read = requireNonNull(store.load());
            assertThat(codec.decode(read).payload()).isNotNull();
        } while (processes.stream().anyMatch(Process::isAlive));

        for (Process process : processes) {
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(store.load()).isEqualTo(lease(1000 + 2 * steps));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theDefaultIsAFilePerLicenseInTheStateDirectory() throws IOException {
        GuardFixture fixture = new GuardFixture();
        SystemEnvironment environment =
                SystemEnvironment.of(Map.of(), Map.of("os.name", "Linux", "user.home", home.toString()));
        for (String domain : List.of("one.example.com", "two.example.com")) {
            LicenseGuard.Builder builder =
                    LicenseGuard.builder(fixture.devpayr.client(GuardFixture.config(GuardFixture.KEY, domain)));
            builder.application(GuardFixture.APPLICATION)
                    .environment(environment)
                    .executor(Runnable::run)
                    .build()
                    .refresh()
                    .join();
        }

        try (Stream<Path> files = Files.list(home.resolve(".local/state/devpayr"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".lease")))
                    .hasSize(2)
                    .allMatch(name -> name.matches("acme-photos-[0-9a-f]{16}\\.lease"));
        }
    }

    @Test
    void theGuardContinuesWithoutAStoreAndNotifiesListeners() {
        GuardFixture fixture = new GuardFixture();
        LicenseGuard guard = fixture.builder()
                .leaseStore(LeaseStore.file(home.resolve("file/lease")))
                .build();
        write(home.resolve("file"));

        assertThat(guard.check()).isInstanceOf(Verdict.Allowed.class);
        assertThat(fixture.storeFailures).isNotEmpty();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "a file where a folder should be");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
