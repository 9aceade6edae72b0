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
 * What was applied below a root: lines of fields between tabs, the last of them a hash of the others, so that a damaged
 * file is not taken for an order to change something.
 *
 * @param targets the files that injectables have a part in
 * @param createdDirectories the folders that were made for them
 */
record Manifest(SortedMap<TargetPath, ManifestEntry> targets, SortedSet<TargetPath> createdDirectories) {
    static final Manifest EMPTY = new Manifest(new TreeMap<>(), new TreeSet<>());

    private static final String HEADER = "devpayr-manifest\t1\n";
    private static final String SEAL_PREFIX = "end\t";
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
        createdDirectories.forEach(directory -> line(lines, "folder", encode(directory.toString())));
        targets.forEach((path, entry) -> {
            FileState original = entry.original();
            line(
                    lines,
                    "target",
                    encode(path.toString()),
                    original.hash(),
                    original.permissions().isEmpty() ? "-" : original.permissions(),
                    String.join(",", entry.writtenHashes()));
            if (entry.wholeFileSlug() != null) {
                line(lines, "whole", encode(entry.wholeFileSlug()));
            }
            entry.parts().forEach((slug, kind) -> line(lines, "part", kind.name(), encode(slug)));
        });
        byte[] body = lines.toString().getBytes(StandardCharsets.US_ASCII);
        return (lines + SEAL_PREFIX + InjectableCrypto.hash(body) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * @throws InjectableRejectedException when the bytes are no manifest, or not the whole of one
     */
    static Manifest parse(byte[] bytes) throws InjectableRejectedException {
        String all = new String(bytes, StandardCharsets.US_ASCII);
        int last = all.lastIndexOf(SEAL_PREFIX);
        if (last < 0 || !all.startsWith(HEADER)) {
            throw damaged();
        }
        String body = all.substring(0, last);
        String seal = SEAL_PREFIX + InjectableCrypto.hash(body.getBytes(StandardCharsets.US_ASCII)) + "\n";
        if (!all.substring(last).equals(seal)) {
            throw damaged();
        }
        Parser parser = new Parser();
        for (String line : body.substring(HEADER.length()).split("\n", -1)) {
            if (!line.isEmpty()) {
                parser.parseLine(List.of(line.split("\t", -1)));
            }
        }
        return parser.manifest();
    }

    private static void line(StringBuilder lines, String... fields) {
        lines.append(String.join("\t", fields)).append('\n');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static InjectableRejectedException damaged() {
        return new InjectableRejectedException("is damaged");
    }

    /** Gathers targets, each of which is followed by the lines about it. */
    private static final class Parser {
        private final SortedMap<TargetPath, ManifestEntry> targets = new TreeMap<>();
        private final SortedSet<TargetPath> createdDirectories = new TreeSet<>();
        private @Nullable TargetPath path;

        void parseLine(List<String> fields) throws InjectableRejectedException {
            switch (fields.get(0) + fields.size()) {
                case "folder2" -> createdDirectories.add(path(fields.get(1)));
                case "target5" -> target(fields);
                case "whole2" -> whole(decode(fields.get(1)));
                case "part3" -> part(fields.get(1), decode(fields.get(2)));
                default -> throw damaged();
            }
        }

        private void target(List<String> fields) throws InjectableRejectedException {
            String hash = fields.get(2);
            String permissions = fields.get(3);
            SortedSet<String> written = new TreeSet<>(List.of(fields.get(4).split(",", -1)));
            if (!isHash(hash)
                    || !PERMISSIONS.matcher(permissions).matches()
                    || !written.stream().allMatch(Parser::isHash)) {
                throw damaged();
            }
            FileState original = new FileState(hash, permissions.equals("-") ? "" : permissions);
            TargetPath read = path(fields.get(1));
            targets.put(read, new ManifestEntry(original, written, null, new TreeMap<>()));
            path = read;
        }

        private void whole(String slug) throws InjectableRejectedException {
            ManifestEntry entry = current();
            replace(new ManifestEntry(entry.original(), entry.writtenHashes(), slug, entry.parts()));
        }

        private void part(String kind, String slug) throws InjectableRejectedException {
            ManifestEntry entry = current();
            SortedMap<String, MarkedPart.Kind> parts = new TreeMap<>(entry.parts());
            try {
                parts.put(slug, MarkedPart.Kind.valueOf(kind));
            } catch (IllegalArgumentException unknown) {
                throw damaged();
            }
            replace(new ManifestEntry(entry.original(), entry.writtenHashes(), entry.wholeFileSlug(), parts));
        }

        private ManifestEntry current() throws InjectableRejectedException {
            ManifestEntry entry = path == null ? null : targets.get(path);
            if (entry == null) {
                throw damaged();
            }
            return entry;
        }

        private void replace(ManifestEntry entry) throws InjectableRejectedException {
            if (path == null) {
                throw damaged();
            }
            targets.put(path, entry);
        }

        Manifest manifest() {
            return new Manifest(targets, createdDirectories);
        }

        private static boolean isHash(String hash) {
            return hash.equals(FileState.ABSENT) || HASH.matcher(hash).matches();
        }

        private static TargetPath path(String encoded) throws InjectableRejectedException {
            return TargetPath.parse(decode(encoded));
        }

        private static String decode(String encoded) throws InjectableRejectedException {
            try {
                return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                throw damaged();
            }
        }
    }
}
