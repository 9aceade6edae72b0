package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** File systems that ignore case or Unicode form in names, and cannot hold a directory open. */
class OtherFileSystemsTest {
    static Stream<Configuration> systems() {
        return Stream.of(Configuration.windows(), Configuration.osX());
    }

    private static Path root(FileSystem system) throws IOException {
        return Files.createDirectory(
                system.getRootDirectories().iterator().next().resolve("root"));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void appliesAndRevertsASet(Configuration configuration) throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            Path root = root(system);
            TestDirectory disk = new TestDirectory(root).put("old.txt", "old").put("sub/notes.txt", "notes\n");
            Map<String, String> before = disk.tree();
            FileProcessor files = FileProcessor.rootedAt(root);
            List<DecryptedInjectable> set = List.of(
                    write("a", "old.txt", "new"), append("b", "sub/notes.txt", "x"), write("c", "d/e.txt", "y"));

            assertThat(files.process(set).outcomes(InjectableOutcome.Status.WRITTEN))
                    .hasSize(3);
            assertThat(files.process(set).outcomes(InjectableOutcome.Status.UNCHANGED))
                    .hasSize(3);
            assertThat(disk.get("old.txt")).isEqualTo("new");
            assertThat(files.revert().outcomes(InjectableOutcome.Status.REVERTED))
                    .hasSize(3);
            assertThat(disk.tree()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rejectsAnotherSpellingOfAnExistingName(Configuration configuration) throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            Path root = root(system);
            TestDirectory disk = new TestDirectory(root).put("Old.txt", "old").put("Sub/b.txt", "b");
            Map<String, String> before = disk.tree();

            ApplyReport report = FileProcessor.rootedAt(root)
                    .process(List.of(write("a", "old.txt", "new"), append("b", "sub/b.txt", "new")));

            assertThat(report.rejected()).hasSize(2);
            assertThat(disk.tree()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void rejectsALinkOnThePath(Configuration configuration) throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            Path root = root(system);
            Path outside = Files.createDirectory(root.resolveSibling("outside"));
            Files.createSymbolicLink(root.resolve("link"), outside);
            Files.createSymbolicLink(root.resolve("file.txt"), outside.resolve("file.txt"));

            ApplyReport report = FileProcessor.rootedAt(root)
                    .process(List.of(write("a", "link/x.txt", "new"), write("b", "file.txt", "new")));

            assertThat(report.rejected()).hasSize(2);
            assertThat(outside).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void doesNotFollowADirectoryThatBecomesALink(Configuration configuration) throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            Path root = root(system);
            Path outside = Files.createDirectory(root.resolveSibling("outside"));
            Files.createDirectory(root.resolve("sub"));
            try (Directory directory = Directory.openRoot(root);
                    Directory sub = directory.openDirectory("sub")) {
                Files.delete(root.resolve("sub"));
                Files.createSymbolicLink(root.resolve("sub"), outside);

                assertThatThrownBy(() -> sub.createFile("x")).isInstanceOf(IOException.class);
                assertThatThrownBy(sub::list).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> directory.openDirectory("sub")).isInstanceOf(IOException.class);
            }
            assertThat(outside).isEmptyDirectory();
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void failsWhenTheRootIsMissing(Configuration configuration) throws IOException {
        try (FileSystem system = Jimfs.newFileSystem(configuration)) {
            FileProcessor files = FileProcessor.rootedAt(root(system).resolve("missing"));

            assertThatThrownBy(files::revert).isInstanceOf(ConfigurationException.class);
        }
    }
}
