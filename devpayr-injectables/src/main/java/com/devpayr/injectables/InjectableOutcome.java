package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What became of one injectable.
 *
 * @param slug the injectable's name
 * @param status what was done, or in a dry run would be
 * @param targetPath the file it concerns; null where there is none
 * @param reason why it was rejected; null for every other status
 */
public record InjectableOutcome(
        String slug,
        Status status,
        @Nullable String targetPath,
        @Nullable String reason) {
    /** What can be done with an injectable. Constants may be added in a minor version. */
    public enum Status {
        /** Its target now holds it. */
        WRITTEN,
        /** Its target held it already, or nothing of it was left to take back. */
        UNCHANGED,
        /** It was given to the caller and nothing was written. */
        PASSED_THROUGH,
        /** It was taken back, and what was there before is there again. */
        REVERTED,
        /** Nothing was done, for the reason given. */
        REJECTED
    }

    /** Checks what must be there. */
    public InjectableOutcome {
        requireNonNull(slug, "slug");
        requireNonNull(status, "status");
    }

    /** An outcome that needs no reason. */
    public static InjectableOutcome of(DecryptedInjectable injectable, Status status) {
        return new InjectableOutcome(injectable.slug(), status, injectable.targetPath(), null);
    }

    /**
     * A refusal.
     *
     * @param reason what is wrong, without content or secret
     */
    public static InjectableOutcome rejected(DecryptedInjectable injectable, String reason) {
        return new InjectableOutcome(injectable.slug(), Status.REJECTED, injectable.targetPath(), reason);
    }
}
