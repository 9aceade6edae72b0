package com.devpayr.internal.provision;

import com.devpayr.error.ConflictException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.EnsureResult;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps that end with exactly one resource: find it, otherwise create it, and find it again if another caller may have
 * created it, or the response was lost. A create request that may have been processed is never repeated. Since names are
 * unique in DevPayr, a request that is delayed is rejected as a duplicate.
 */
public final class Ensure {
    private Ensure() {}

    /**
     * Returns the resource.
     *
     * @param find finds the resource by its unique name
     * @param create creates it
     */
    public static <T> EnsureResult<T> run(Supplier<Optional<T>> find, Supplier<T> create) {
        Optional<T> existing = find.get();
        return existing.isPresent() ? new EnsureResult<>(existing.get(), false) : create(find, create);
    }

    private static <T> EnsureResult<T> create(Supplier<Optional<T>> find, Supplier<T> create) {
        try {
            return new EnsureResult<>(create.get(), true);
        } catch (DevPayrException failure) {
            if (!mayExist(failure)) {
                throw failure;
            }
            return findAgain(find, failure);
        }
    }

    private static <T> EnsureResult<T> findAgain(Supplier<Optional<T>> find, DevPayrException failure) {
        Optional<T> existing;
        try {
            existing = find.get();
        } catch (RuntimeException unavailable) {
            throw suppress(failure, unavailable);
        }
        return new EnsureResult<>(existing.orElseThrow(() -> failure), isOwn(failure));
    }

    /** Adds a suppressed exception, unless it is the same: an interceptor may throw one exception for all calls. */
    static DevPayrException suppress(DevPayrException failure, Throwable other) {
        if (failure != other) {
            failure.addSuppressed(other);
        }
        return failure;
    }

    /**
     * Returns whether the resource may exist although creating it failed. DevPayr rejects a duplicate with 422 or 409, and with
     * 403 if the other caller has used up the limit of the plan, which is checked first.
     */
    static boolean mayExist(Throwable failure) {
        return failure instanceof OutcomeUnknownException
                || failure instanceof ConflictException
                || failure instanceof ValidationException
                || failure instanceof ForbiddenException;
    }

    /** Returns whether a resource that was found after a failure counts as created: if the request may have created it. */
    static boolean isOwn(DevPayrException failure) {
        return failure instanceof OutcomeUnknownException;
    }

    /**
     * Returns the name that identifies a draft.
     *
     * @param field name of the field in JSON, which is also that of the setter
     * @throws InvalidRequestException if the draft has none
     */
    public static String nameOf(String field, @Nullable String name) {
        if (name == null) {
            throw new InvalidRequestException(
                    field, "is not set, but ensure() finds an existing resource by it; call " + field + "(String)");
        }
        return name;
    }
}
