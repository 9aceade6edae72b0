package com.devpayr.operation;

import static java.util.Objects.requireNonNull;

/**
 * The result of an {@code ensure} method: the resource that exists now.
 *
 * <pre>{@code
 * License license = devpayr.licenses().ensure(projectId, LicenseDraft.builder("Order 4711").build()).resource();
 * }</pre>
 *
 * @param resource the resource; one that existed before is returned as it is, even if it differs from the draft
 * @param isCreated whether the call created the resource; also true if the response was lost and the resource was found
 *     afterwards, in which case a concurrent caller may have created it
 * @param <T> type of the resource
 */
public record EnsureResult<T>(T resource, boolean isCreated) {
    /** Checks that the resource is not null. */
    public EnsureResult {
        requireNonNull(resource, "resource");
    }
}
