package com.devpayr.config;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintFileTest {
    private final Path home;
    private final Path path;
    private final ConfigLog log = new ConfigLog();

    FingerprintFileTest(@TempDir Path home) {
        this.home = home;
        this.path = home.resolve("state/devpayr/fingerprint");
    }

    @AfterEach
    void removeLog() {
        log.close();
    }

    @Test
    void isRandomAndStable() {
        String value = new FingerprintFile(path).value();

        assertThat(value).matches("device-[0-9a-f]{32}");
        assertThat(new FingerprintFile(path).value()).isEqualTo(value);
        assertThat(new FingerprintFile(home.resolve("other")).value()).isNotEqualTo(value);
    }

    @Test
    void warnsOnceThatAFingerprintWasGenerated() {
        String value = new FingerprintFile(path).value();

        assertThat(log.warnings())
                .singleElement(as(STRING))
                .contains(value, "stored it in " + path)
                .contains("DEVPAYR_DOMAIN", "domainFile", "requireDomain()");

        new FingerprintFile(path).value();
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    void oneOfSeveralConcurrentProcessesWarns() throws Exception {
        Callable<String> make = () -> new FingerprintFile(path).value();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            threads.invokeAll(Collections.nCopies(4, make));
        } finally {
            threads.shutdownNow();
        }

        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    void doesNotWarnAboutAFileThatCannotBeWritten() throws IOException {
        Files.writeString(home.resolve("state"), "a file where a folder should be");

        assertThatThrownBy(() -> new FingerprintFile(path).value()).isInstanceOf(ConfigurationException.class);
        assertThat(log.warnings()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void createsFileAndDirectoryForTheOwnerOnly() throws IOException {
        new FingerprintFile(path).value();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolveSibling(""))))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesNoOtherFiles() {
        new FingerprintFile(path).value();

        assertThat(path.getParent()).isDirectoryContaining("glob:**fingerprint").satisfies(folder -> {
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        });
    }

    @Test
    void ignoresATrailingNewline() throws IOException {
        String value = "device-0123456789abcdef0123456789abcdef";
        Files.createDirectories(home.resolve("state/devpayr"));
        Files.writeString(path, value + "\r\n");

        assertThat(new FingerprintFile(path).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "device-0123",
                "device-0123456789ABCDEF0123456789ABCDEF",
                "device-0123456789abcdef0123456789abcdef0",
                "root:x:0:0"
            })
    void reportsACorruptedFileAndDoesNotReplaceIt(String content) throws IOException {
        Files.createDirectories(home.resolve("state/devpayr"));
        Files.writeString(path, content);

        assertThatThrownBy(() -> new FingerprintFile(path).value())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(path + " is not a valid fingerprint file; delete it or set DEVPAYR_DOMAIN");
        assertThat(path).hasContent(content);
    }

    @Test
    void reportsAnUnwritableFileWithASuggestedFix() throws IOException {
        Files.writeString(home.resolve("state"), "a file where a folder should be");

        assertThatThrownBy(() -> new FingerprintFile(path).value())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set DEVPAYR_DOMAIN or make the file writable");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsABrokenLinkAndDoesNotReplaceIt() throws IOException {
        Files.createDirectories(home.resolve("state/devpayr"));
        Files.createSymbolicLink(path, home.resolve("nowhere"));

        assertThatThrownBy(() -> new FingerprintFile(path).value()).isInstanceOf(ConfigurationException.class);
        assertThat(path).isSymbolicLink();
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void concurrentProcessesAgreeOnOneFingerprint() throws Exception {
        int makers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(makers);
        try {
            for (int round = 0; round < 25; round++) {
                Path contested = home.resolve("round" + round).resolve("fingerprint");
                CyclicBarrier start = new CyclicBarrier(makers);
                Callable<String> make = () -> {
                    start.await();
                    return new FingerprintFile(contested).value();
                };
                List<Future<String>> values = threads.invokeAll(Collections.nCopies(makers, make));
                for (Future<String> value : values) {
                    assertThat(contested).hasContent(value.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
