package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectorySupportTest {
    /** A file may grow after its size was looked at. */
    @Test
    void readStopsAtTheLimit(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[10]);

        assertThat(DirectorySupport.read(Files.newByteChannel(file), 10)).hasSize(10);
        assertThatThrownBy(() -> DirectorySupport.read(Files.newByteChannel(file), 9))
                .isInstanceOf(IOException.class)
                .hasMessage("the file has more than 9 bytes");
    }

    @Test
    void acceptsATargetOfExactlyTheLimit(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("a.txt"), new byte[10]);
        try (Directory root = Directory.openRoot(directory)) {
            assertThat(new TargetTree(root, 10).read(TargetPath.parse("a.txt")).text())
                    .hasSize(10);
            assertThatThrownBy(() -> new TargetTree(root, 9).read(TargetPath.parse("a.txt")))
                    .isInstanceOf(InjectableRejectedException.class)
                    .hasMessage("its target has more than 9 bytes");
        }
    }
}
