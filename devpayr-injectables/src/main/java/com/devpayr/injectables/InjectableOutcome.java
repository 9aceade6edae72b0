package com.devpayr.injectables;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying or reverting one injectable. In a dry run, the result that a real run would have.
 *
 * <p>An {@link InjectableProcessor} creates one for each injectable with {@link #of} or {@link #rejected}.
 */
public final class InjectableOutcome {
    private final String slug;
    private final Status status;
    private final @Nullable String targetPath;
    private final @Nullable String reason;

    private InjectableOutcome(String slug, Status status, @Nullable String targetPath, @Nullable String reason) {
        this.slug = requireNonNull(slug, "slug");
        this.status = requireNonNull(status, "status");
        this.targetPath = targetPath;
        this.reason = reason;
    }

    /** The results that an injectable can have. Constants may be added in a minor version. */
    public enum Status {
        /** The target was changed and now holds the content. */
        WRITTEN,
        /** The target already held the content or, when reverting, no longer held it. */
        UNCHANGED,
        /** The content was passed to the caller and nothing was written. */
        PASSED_THROUGH,
        /** The content was removed and the original content restored. */
        REVERTED,
        /** Nothing was done, for the reason given. */
        REJECTED
    }

    /**
     * Returns the outcome of an injectable that was not rejected.
     *
     * @param status any status but {@link Status#REJECTED}, for which see {@link #rejected}
     */
    public static InjectableOutcome of(DecryptedInjectable injectable, Status status) {
        return of(injectable.slug(), status, injectable.targetPath());
    }

    static InjectableOutcome of(String slug, Status status, @Nullable String targetPath) {
        return new InjectableOutcome(slug, status, targetPath, null);
    }

    /**
     * Returns the outcome of an injectable that was rejected.
     *
     * @param reason the problem, in words that show neither content nor secret
     */
    public static InjectableOutcome rejected(DecryptedInjectable injectable, String reason) {
        return rejected(injectable.slug(), injectable.targetPath(), reason);
    }

    static InjectableOutcome rejected(String slug, @Nullable String targetPath, String reason) {
        return new InjectableOutcome(slug, Status.REJECTED, targetPath, requireNonNull(reason, "reason"));
    }

    /** Returns the name of the injectable. */
    public String slug() {
        return slug;
    }

    /** Returns the result. */
    public Status status() {
        return status;
    }

    /** Returns the path of the target file, relative to the root; null when there is none. */
    public @Nullable String targetPath() {
        return targetPath;
    }

    /** Returns why the injectable was rejected; null for every other status. */
    public @Nullable String reason() {
        return reason;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InjectableOutcome outcome
                && slug.equals(outcome.slug)
                && status == outcome.status
                && Objects.equals(targetPath, outcome.targetPath)
                && Objects.equals(reason, outcome.reason);
    }

    @Override
    public int hashCode() {
        return Objects.hash(slug, status, targetPath, reason);
    }

    @Override
    public String toString() {
        return "InjectableOutcome[slug=" + slug + ", status=" + status + ", targetPath=" + targetPath + ", reason="
                + reason + "]";
    }
}
