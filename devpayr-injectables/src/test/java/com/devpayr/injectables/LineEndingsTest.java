package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.append;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineEndingsTest {
    private final TestDirectory disk;
    private final FileProcessor files;

    LineEndingsTest(@TempDir Path root) {
        disk = new TestDirectory(root);
        files = FileProcessor.rootedAt(root);
    }

    @Test
    void keepsTheLineEndingsOfTheTarget() {
        disk.put("a.txt", "one\r\ntwo");

        files.process(List.of(append("x", "a.txt", "three")));

        assertThat(disk.get("a.txt")).isEqualTo("one\r\ntwo\r\n# devpayr:part x\r\nthree\r\n# devpayr:part-end x\r\n");
    }

    @Test
    void usesTheLineEndingOfTheFirstLine() {
        disk.put("a.txt", "\none\r");

        files.process(List.of(append("x", "a.txt", "two")));

        assertThat(disk.get("a.txt")).isEqualTo("\none\r\n# devpayr:part x\ntwo\n# devpayr:part-end x\n");
    }
}
