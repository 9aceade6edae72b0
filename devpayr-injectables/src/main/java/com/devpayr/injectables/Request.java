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
record Request(DecryptedInjectable injectable, TargetPath path, Part.@Nullable Kind kind) {
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._-]{0,254}");
    private static final Set<InjectableMode> HANDED_OVER = Set.of(InjectableMode.INLINE_RENDER, InjectableMode.STREAM);
    private static final Set<InjectableMode> WHOLE = Set.of(InjectableMode.WRITE, InjectableMode.REPLACE);
    private static final Map<InjectableMode, Part.Kind> PARTS = Map.of(
            InjectableMode.APPEND, Part.Kind.APPEND,
            InjectableMode.PREPEND, Part.Kind.PREPEND,
            InjectableMode.INJECT, Part.Kind.INJECT);
    private static final Map<InjectableMode, String> REFUSED = Map.of(
            InjectableMode.SYMLINK, "mode symlink is refused: a link could lead out of the root",
            InjectableMode.MOUNT, "mode mount is refused: mounting is for the operating system's administrator");

    static boolean isHandedOver(DecryptedInjectable injectable) {
        return HANDED_OVER.contains(injectable.mode());
    }

    /**
     * @throws Refusal when its mode, slug or target cannot be served
     */
    static Request of(DecryptedInjectable injectable) throws Refusal {
        InjectableMode mode = injectable.mode();
        if (REFUSED.containsKey(mode)) {
            throw new Refusal(REFUSED.get(mode));
        }
        if (!WHOLE.contains(mode) && !PARTS.containsKey(mode)) {
            throw new Refusal("its mode is not known to this version, and no other is used in its place");
        }
        if (!SLUG.matcher(injectable.slug()).matches()) {
            throw new Refusal("its slug holds something else than letters, digits, dots, dashes and underscores");
        }
        String target = injectable.targetPath();
        if (target == null) {
            throw new Refusal("it has no target");
        }
        return new Request(injectable, TargetPath.parse(target), PARTS.get(mode));
    }

    String slug() {
        return injectable.slug();
    }

    /** The part that it wants, given that it wants one. */
    Part part(Part.Kind wanted) {
        return new Part(slug(), wanted, injectable.bytesAsText());
    }
}
