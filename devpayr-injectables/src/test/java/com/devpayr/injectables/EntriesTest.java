package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {
    /** A file may grow after its size was looked at. */
    @Test
    void noMoreIsReadThanIsAllowed(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[10]);

        assertThat(Entries.read(Files.newByteChannel(file), 10)).hasSize(10);
        assertThatThrownBy(() -> Entries.read(Files.newByteChannel(file), 9))
                .isInstanceOf(IOException.class)
                .hasMessage("the file has more than 9 bytes");
    }

    @Test
    void aTargetMayHaveAsManyBytesAsTheLimit(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("a.txt"), new byte[10]);
        try (Folder root = Folder.root(folder)) {
            assertThat(new Tree(root, 10).read(TargetPath.parse("a.txt")).text())
                    .hasSize(10);
            assertThatThrownBy(() -> new Tree(root, 9).read(TargetPath.parse("a.txt")))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("its target has more than 9 bytes");
        }
    }
}
