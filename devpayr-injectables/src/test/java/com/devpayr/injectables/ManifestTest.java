package com.devpayr.injectables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.injectable.InjectableCrypto;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final String HASH = "0a".repeat(32);

    private static ManifestEntry record(@Nullable String whole, Map<String, MarkedPart.Kind> parts) {
        return new ManifestEntry(
                new FileState(HASH, "rw-r-----"), new TreeSet<>(List.of(HASH)), whole, new TreeMap<>(parts));
    }

    private static Manifest manifest() throws Exception {
        return new Manifest(
                new TreeMap<>(Map.of(
                        TargetPath.parse("conf/a b.txt"), record("whole", Map.of("part", MarkedPart.Kind.APPEND)),
                        TargetPath.parse("c.txt"), record(null, Map.of("other", MarkedPart.Kind.INJECT)))),
                new TreeSet<>(List.of(TargetPath.parse("conf"))));
    }

    @Test
    void parsesItsOwnOutput() throws Exception {
        assertThat(Manifest.parse(manifest().toBytes())).isEqualTo(manifest());
    }

    /** A manifest with a valid hash could still have been written by an attacker. */
    @ParameterizedTest
    @CsvSource({
        "0a0a0a0a0a0a0a, xyz0a0a0a0a0a0",
        "rw-r-----, everything",
        "APPEND, SIDEWAYS",
        "folder, cellar",
        "conf%2F, ..%2F",
        "c.txt, %zz"
    })
    void rejectsMalformedLinesDespiteAValidHash(String good, String bad) throws Exception {
        String text = new String(manifest().toBytes(), StandardCharsets.US_ASCII);
        String body = text.substring(0, text.lastIndexOf("end\t")).replace(good, bad);
        String hashLine = "end\t" + InjectableCrypto.hash(body.getBytes(StandardCharsets.US_ASCII)) + "\n";

        assertThat(text).contains(good);
        assertThatThrownBy(() -> Manifest.parse((body + hashLine).getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(JournalException.class);
    }

    @Test
    void intendedEntryKeepsBothOwnersOfATarget() throws Exception {
        ManifestEntry old = record("old", Map.of());

        assertThat(intended(old, record("new", Map.of())).wholeFileSlug()).isEqualTo("new");
        assertThat(intended(old, record(null, Map.of())).wholeFileSlug()).isEqualTo("old");
    }

    private static ManifestEntry intended(ManifestEntry old, ManifestEntry record) throws Exception {
        FileChange change = new FileChange(
                TargetPath.parse("a.txt"), CurrentFile.absent(List.of()), "x", "", old, record, null, List.of());
        return java.util.Objects.requireNonNull(change.intendedEntry());
    }
}
