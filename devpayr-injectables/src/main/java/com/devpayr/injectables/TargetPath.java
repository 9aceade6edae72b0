package com.devpayr.injectables;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file's place below the root: names joined by slashes. What is no plain relative path on every operating system is
 * rejected on each, so that a set applies everywhere or nowhere.
 */
record TargetPath(List<String> names) implements Comparable<TargetPath> {
    /** Where the processor keeps what it must remember; no target may lie in it. */
    static final String JOURNAL_DIRECTORY = ".devpayr";

    private static final int MAX_LENGTH = 1024;
    private static final int MAX_NAMES = 32;
    private static final int MAX_NAME_BYTES = 255;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])( *\\..*)?");
    private static final Pattern WINDOWS_SHORT_NAME = Pattern.compile(".*~[0-9].*");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    TargetPath {
        names = List.copyOf(names);
    }

    static TargetPath parse(String path) throws InjectableRejectedException {
        if (path.length() > MAX_LENGTH) {
            throw new InjectableRejectedException("its target is longer than " + MAX_LENGTH + " characters");
        }
        if (path.isEmpty()) {
            throw new InjectableRejectedException("its target is empty");
        }
        if (path.startsWith("/")) {
            throw new InjectableRejectedException("its target is absolute");
        }
        if (FORBIDDEN.matcher(path).find()) {
            throw new InjectableRejectedException(
                    "its target holds a backslash, colon, control or other character that no path may hold");
        }
        TargetPath target = new TargetPath(List.of(path.split("/", -1)));
        if (target.names.size() > MAX_NAMES) {
            throw new InjectableRejectedException("its target is more than " + MAX_NAMES + " folders deep");
        }
        for (String name : target.names) {
            checkName(name);
        }
        if (collisionKey(target.names.get(0)).startsWith(JOURNAL_DIRECTORY)) {
            throw new InjectableRejectedException(
                    "its target lies in " + JOURNAL_DIRECTORY + ", which is kept for the manifest");
        }
        return target;
    }

    private static void checkName(String name) throws InjectableRejectedException {
        if (name.isEmpty()) {
            throw new InjectableRejectedException("its target has an empty name between slashes");
        }
        if (name.equals(".") || name.equals("..")) {
            throw new InjectableRejectedException("its target holds " + name);
        }
        if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            throw new InjectableRejectedException(
                    "its target has a name that begins with a blank or ends with a dot or blank");
        }
        if (WINDOWS_DEVICE.matcher(name).matches()
                || WINDOWS_SHORT_NAME.matcher(name).matches()) {
            throw new InjectableRejectedException("its target has a name that means something else on Windows");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InjectableRejectedException("its target has a name of more than " + MAX_NAME_BYTES + " bytes");
        }
    }

    /** The same for all names that some file system takes for one: whatever their case and Unicode form. */
    static String collisionKey(String name) {
        String composed = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** The file's own name. */
    String fileName() {
        return names.get(names.size() - 1);
    }

    /** The names of the folders on the way, outermost first. */
    List<String> parentNames() {
        return names.subList(0, names.size() - 1);
    }

    /** The path of its first so many names. */
    TargetPath prefix(int count) {
        return new TargetPath(names.subList(0, count));
    }

    boolean isInside(TargetPath directory) {
        return names.size() > directory.names.size()
                && names.subList(0, directory.names.size()).equals(directory.names);
    }

    @Override
    public int compareTo(TargetPath other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.join("/", names);
    }
}
