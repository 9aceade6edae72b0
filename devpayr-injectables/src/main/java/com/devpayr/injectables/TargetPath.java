package com.devpayr.injectables;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of a target file relative to the root: names separated by slashes. The rules of all operating systems apply
 * on each of them, so that a set of injectables can be applied everywhere or nowhere.
 */
record TargetPath(List<String> names) implements Comparable<TargetPath> {
    /** The directory below the root that is reserved for the journal. */
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

    /**
     * Parses a target path.
     *
     * @throws InjectableRejectedException when it is not a plain relative path on every operating system
     */
    static TargetPath parse(String path) throws InjectableRejectedException {
        if (path.length() > MAX_LENGTH) {
            throw new InjectableRejectedException("the target path is longer than " + MAX_LENGTH + " characters");
        }
        if (path.isEmpty()) {
            throw new InjectableRejectedException("the target path is empty");
        }
        if (path.startsWith("/")) {
            throw new InjectableRejectedException("the target path is absolute");
        }
        if (FORBIDDEN.matcher(path).find()) {
            throw new InjectableRejectedException(
                    "the target path contains a backslash, a colon or another character that paths must not contain");
        }
        TargetPath target = new TargetPath(List.of(path.split("/", -1)));
        if (target.names.size() > MAX_NAMES) {
            throw new InjectableRejectedException("the target path has more than " + MAX_NAMES + " names");
        }
        for (String name : target.names) {
            checkName(name);
        }
        if (collisionKey(target.names.get(0)).startsWith(JOURNAL_DIRECTORY)) {
            throw new InjectableRejectedException(
                    "the target path starts with " + JOURNAL_DIRECTORY + ", which is reserved for the library");
        }
        return target;
    }

    private static void checkName(String name) throws InjectableRejectedException {
        if (name.isEmpty()) {
            throw new InjectableRejectedException("the target path contains an empty name");
        }
        if (name.equals(".") || name.equals("..")) {
            throw new InjectableRejectedException("the target path contains '" + name + "'");
        }
        if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
            throw new InjectableRejectedException(
                    "the target path contains a name that starts with a space or ends with a space or dot");
        }
        if (WINDOWS_DEVICE.matcher(name).matches()
                || WINDOWS_SHORT_NAME.matcher(name).matches()) {
            throw new InjectableRejectedException(
                    "the target path contains a name that has a special meaning on Windows");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InjectableRejectedException(
                    "the target path contains a name of more than " + MAX_NAME_BYTES + " bytes");
        }
    }

    /**
     * Returns a key that is equal for all names that a file system may treat as the same, because they differ only by
     * case, Unicode form or invisible characters.
     */
    static String collisionKey(String name) {
        String composed = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Returns the {@linkplain #collisionKey(String) collision key} of the whole path. */
    String collisionKey() {
        return collisionKey(toString());
    }

    /** Returns the last name. */
    String fileName() {
        return names.get(names.size() - 1);
    }

    /** Returns the names of the parent directories, outermost first. */
    List<String> parentNames() {
        return names.subList(0, names.size() - 1);
    }

    /** Returns the path that consists of the first names. */
    TargetPath prefix(int nameCount) {
        return new TargetPath(names.subList(0, nameCount));
    }

    boolean isInside(TargetPath directory) {
        return names.size() > directory.names.size()
                && names.subList(0, directory.names.size()).equals(directory.names);
    }

    @Override
    public int compareTo(TargetPath other) {
        return toString().compareTo(other.toString());
    }

    /** Returns the names, separated by slashes. */
    @Override
    public String toString() {
        return String.join("/", names);
    }
}
