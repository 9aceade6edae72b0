package com.devpayr.injectables;

import com.devpayr.injectable.InjectableMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An injectable that wants to be in a file.
 *
 * @param kind where its part is; null when the whole file is its own
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
            InjectableMode.SYMLINK, "mode symlink is rejected: a link could lead out of the root",
            InjectableMode.MOUNT, "mode mount is rejected: mounting is for the operating system's administrator");

    static boolean isPassedThrough(DecryptedInjectable injectable) {
        return PASSED_THROUGH_MODES.contains(injectable.mode());
    }

    /**
     * @throws InjectableRejectedException when its mode, slug or target cannot be served
     */
    static Placement of(DecryptedInjectable injectable) throws InjectableRejectedException {
        InjectableMode mode = injectable.mode();
        if (UNSUPPORTED_MODES.containsKey(mode)) {
            throw new InjectableRejectedException(UNSUPPORTED_MODES.get(mode));
        }
        if (!WHOLE_FILE_MODES.contains(mode) && !PART_KINDS.containsKey(mode)) {
            throw new InjectableRejectedException(
                    "its mode is not known to this version, and no other is used in its place");
        }
        if (!SLUG.matcher(injectable.slug()).matches()) {
            throw new InjectableRejectedException(
                    "its slug holds something else than letters, digits, dots, dashes and underscores");
        }
        String target = injectable.targetPath();
        if (target == null) {
            throw new InjectableRejectedException("it has no target");
        }
        return new Placement(injectable, TargetPath.parse(target), PART_KINDS.get(mode));
    }

    String slug() {
        return injectable.slug();
    }

    /** The part that it wants, given that it wants one. */
    MarkedPart part(MarkedPart.Kind kind) {
        return new MarkedPart(slug(), kind, injectable.bytesAsText());
    }
}
