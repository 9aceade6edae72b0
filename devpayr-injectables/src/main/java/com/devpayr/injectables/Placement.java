package com.devpayr.injectables;

import com.devpayr.injectable.InjectableMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An injectable and the place in a file where it is to be applied.
 *
 * @param kind the kind of part; null when the injectable is the whole file
 */
record Placement(DecryptedInjectable injectable, TargetPath path, MarkedPart.@Nullable Kind kind) {
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]{0,254}");
    private static final Set<InjectableMode> PASSED_THROUGH_MODES =
            Set.of(InjectableMode.INLINE_RENDER, InjectableMode.STREAM);
    private static final Set<InjectableMode> WHOLE_FILE_MODES = Set.of(InjectableMode.WRITE, InjectableMode.REPLACE);
    private static final Map<InjectableMode, MarkedPart.Kind> PART_KINDS = Map.of(
            InjectableMode.APPEND, MarkedPart.Kind.APPEND,
            InjectableMode.PREPEND, MarkedPart.Kind.PREPEND,
            InjectableMode.INJECT, MarkedPart.Kind.INJECT);
    private static final Map<InjectableMode, String> UNSUPPORTED_MODES = Map.of(
            InjectableMode.SYMLINK, "mode symlink is not supported: a link could lead out of the root",
            InjectableMode.MOUNT, "mode mount is not supported: only an administrator can mount");

    /** Returns whether an injectable is passed to the caller and has no place in a file. */
    static boolean isPassedThrough(DecryptedInjectable injectable) {
        return PASSED_THROUGH_MODES.contains(injectable.mode());
    }

    /**
     * Determines the placement of an injectable.
     *
     * @throws InjectableRejectedException when the mode, slug or target path cannot be used
     */
    static Placement of(DecryptedInjectable injectable) throws InjectableRejectedException {
        InjectableMode mode = injectable.mode();
        if (UNSUPPORTED_MODES.containsKey(mode)) {
            throw new InjectableRejectedException(UNSUPPORTED_MODES.get(mode));
        }
        if (!WHOLE_FILE_MODES.contains(mode) && !PART_KINDS.containsKey(mode)) {
            throw new InjectableRejectedException("the mode is unknown to this version of the library");
        }
        if (!SLUG.matcher(injectable.slug()).matches()) {
            throw new InjectableRejectedException(
                    "the slug contains characters other than letters, digits, dots, hyphens and underscores");
        }
        String targetPath = injectable.targetPath();
        if (targetPath == null) {
            throw new InjectableRejectedException("the target path is missing");
        }
        return new Placement(injectable, TargetPath.parse(targetPath), PART_KINDS.get(mode));
    }

    String slug() {
        return injectable.slug();
    }

    /** Returns this placement with the injectable as the whole file. */
    Placement asWholeFile() {
        return new Placement(injectable, path, null);
    }

    /** Returns the content as a part of the given kind. */
    MarkedPart part(MarkedPart.Kind kind) {
        return new MarkedPart(slug(), kind, injectable.latin1());
    }
}
