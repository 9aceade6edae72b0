package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What became of one injectable.
 *
 * @param slug the injectable's name
 * @param action what was done, or in a dry run would be
 * @param target the file it concerns; null where there is none
 * @param reason why it was refused; null for every other action
 */
public record Outcome(
        String slug,
        Action action,
        @Nullable String target,
        @Nullable String reason) {
    /** What can be done with an injectable. Constants may be added in a minor version. */
    public enum Action {
        /** Its target now holds it. */
        WRITTEN,
        /** Its target held it already, or nothing of it was left to take back. */
        UNCHANGED,
        /** It was given to the caller and nothing was written. */
        HANDED_OVER,
        /** It was taken back, and what was there before is there again. */
        RESTORED,
        /** Nothing was done, for the reason given. */
        REFUSED
    }

    /** Checks what must be there. */
    public Outcome {
        requireNonNull(slug, "slug");
        requireNonNull(action, "action");
    }

    /** An outcome that needs no reason. */
    public static Outcome of(DecryptedInjectable injectable, Action action) {
        return new Outcome(injectable.slug(), action, injectable.targetPath(), null);
    }

    /**
     * A refusal.
     *
     * @param reason what is wrong, without content or secret
     */
    public static Outcome refused(DecryptedInjectable injectable, String reason) {
        return new Outcome(injectable.slug(), Action.REFUSED, injectable.targetPath(), reason);
    }
}
