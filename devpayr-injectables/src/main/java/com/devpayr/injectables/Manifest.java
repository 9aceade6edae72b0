package com.devpayr.injectables;

import com.devpayr.injectable.InjectableCrypto;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The record of the injectables below a root. Its file consists of lines with tab-separated fields; the last line holds
 * a hash of the others, so that no target is changed because of a damaged file.
 *
 * @param targets the files that hold injectables
 * @param createdDirectories the directories that were created for these files
 */
record Manifest(SortedMap<TargetPath, ManifestEntry> targets, SortedSet<TargetPath> createdDirectories) {
    static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeSet<>());

    private static final String HEADER = "devpayr-manifest\t1\n";
    private static final String HASH_LINE_PREFIX = "end\t";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PERMISSIONS = Pattern.compile("([r-][w-][x-]){3}|-");

    Manifest {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        createdDirectories = Collections.unmodifiableSortedSet(new TreeSet<>(createdDirectories));
    }

    boolean isEmpty() {
        return targets.isEmpty() && createdDirectories.isEmpty();
    }

    byte[] toBytes() {
        StringBuilder lines = new StringBuilder(HEADER);
        createdDirectories.forEach(directory -> appendLine(lines, "folder", encode(directory.toString())));
        targets.forEach((path, entry) -> appendEntry(lines, path, entry));
        return (lines + hashLine(lines.toString())).getBytes(StandardCharsets.US_ASCII);
    }

    private static void appendEntry(StringBuilder lines, TargetPath path, ManifestEntry entry) {
        FileState original = entry.original();
        appendLine(
                lines,
                "target",
                encode(path.toString()),
                original.hash(),
                original.permissions().isEmpty() ? "-" : original.permissions(),
                String.join(",", entry.writtenHashes()));
        if (entry.wholeFileSlug() != null) {
            appendLine(lines, "whole", encode(entry.wholeFileSlug()));
        }
        entry.parts().forEach((slug, kind) -> appendLine(lines, "part", kind.name(), encode(slug)));
    }

    private static void appendLine(StringBuilder lines, String... fields) {
        lines.append(String.join("\t", fields)).append('\n');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String hashLine(String lines) {
        return HASH_LINE_PREFIX + InjectableCrypto.hash(lines.getBytes(StandardCharsets.US_ASCII)) + "\n";
    }

    /**
     * Parses the content of a manifest file.
     *
     * @throws JournalException when the content is damaged
     */
    static Manifest parse(byte[] bytes) throws JournalException {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        int hashLineStart = text.lastIndexOf(HASH_LINE_PREFIX);
        if (hashLineStart < 0 || !text.startsWith(HEADER)) {
            throw damaged();
        }
        String lines = text.substring(0, hashLineStart);
        if (!text.substring(hashLineStart).equals(hashLine(lines))) {
            throw damaged();
        }
        Parser parser = new Parser();
        for (String line : lines.substring(HEADER.length()).split("\n", -1)) {
            if (!line.isEmpty()) {
                parser.parseLine(List.of(line.split("\t", -1)));
            }
        }
        return parser.manifest();
    }

    private static JournalException damaged() {
        return new JournalException("contains a damaged " + TargetPath.JOURNAL_DIRECTORY
                + "/manifest; restore it, or delete it to forget which injectables were applied");
    }

    /** A parser of manifest lines. Each line about a target is followed by lines about its injectables. */
    private static final class Parser {
        private final SortedMap<TargetPath, ManifestEntry> targets = new TreeMap<>();
        private final SortedSet<TargetPath> createdDirectories = new TreeSet<>();
        private @Nullable TargetPath currentTarget;

        void parseLine(List<String> fields) throws JournalException {
            switch (fields.get(0) + fields.size()) {
                case "folder2" -> createdDirectories.add(path(fields.get(1)));
                case "target5" -> target(fields);
                case "whole2" -> wholeFile(decode(fields.get(1)));
                case "part3" -> part(fields.get(1), decode(fields.get(2)));
                default -> throw damaged();
            }
        }

        private void target(List<String> fields) throws JournalException {
            String hash = fields.get(2);
            String permissions = fields.get(3);
            SortedSet<String> writtenHashes =
                    new TreeSet<>(List.of(fields.get(4).split(",", -1)));
            if (!isHash(hash)
                    || !PERMISSIONS.matcher(permissions).matches()
                    || !writtenHashes.stream().allMatch(Parser::isHash)) {
                throw damaged();
            }
            FileState original = new FileState(hash, permissions.equals("-") ? "" : permissions);
            TargetPath path = path(fields.get(1));
            targets.put(path, new ManifestEntry(original, writtenHashes, null, new TreeMap<>()));
            currentTarget = path;
        }

        private void wholeFile(String slug) throws JournalException {
            ManifestEntry entry = currentEntry();
            replaceEntry(new ManifestEntry(entry.original(), entry.writtenHashes(), slug, entry.parts()));
        }

        private void part(String kind, String slug) throws JournalException {
            ManifestEntry entry = currentEntry();
            SortedMap<String, MarkedPart.Kind> parts = new TreeMap<>(entry.parts());
            try {
                parts.put(slug, MarkedPart.Kind.valueOf(kind));
            } catch (IllegalArgumentException unknown) {
                throw damaged();
            }
            replaceEntry(new ManifestEntry(entry.original(), entry.writtenHashes(), entry.wholeFileSlug(), parts));
        }

        private ManifestEntry currentEntry() throws JournalException {
            ManifestEntry entry = currentTarget == null ? null : targets.get(currentTarget);
            if (entry == null) {
                throw damaged();
            }
            return entry;
        }

        private void replaceEntry(ManifestEntry entry) throws JournalException {
            if (currentTarget == null) {
                throw damaged();
            }
            targets.put(currentTarget, entry);
        }

        Manifest manifest() {
            return new Manifest(targets, createdDirectories);
        }

        private static boolean isHash(String hash) {
            return hash.equals(FileState.ABSENT_HASH) || HASH.matcher(hash).matches();
        }

        private static TargetPath path(String encoded) throws JournalException {
            try {
                return TargetPath.parse(decode(encoded));
            } catch (InjectableRejectedException invalidPath) {
                throw damaged();
            }
        }

        private static String decode(String encoded) throws JournalException {
            try {
                return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                throw damaged();
            }
        }
    }
}
