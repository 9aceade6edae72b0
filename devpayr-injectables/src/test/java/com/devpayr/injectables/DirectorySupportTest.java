package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySupportTest {
    /** The size of a file was checked before, but the file can grow in the meantime. */
    @Test
    void readStopsAtTheLimit(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[10]);

        assertThat(DirectorySupport.read(Files.newByteChannel(file), 10)).hasSize(10);
        assertThatThrownBy(() -> DirectorySupport.read(Files.newByteChannel(file), 9))
                .isInstanceOf(IOException.class)
                .hasMessage("the file is larger than 9 bytes");
    }

    @Test
    void acceptsATargetOfExactlyTheLimit(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("a.txt"), new byte[10]);
        try (Directory root = Directory.openRoot(directory)) {
            assertThat(new TargetTree(root, 10).read(TargetPath.parse("a.txt")).text())
                    .hasSize(10);
            assertThatThrownBy(() -> new TargetTree(root, 9).read(TargetPath.parse("a.txt")))
                    .isInstanceOf(InjectableRejectedException.class)
                    .hasMessage("the target is larger than 9 bytes");
        }
    }
}
