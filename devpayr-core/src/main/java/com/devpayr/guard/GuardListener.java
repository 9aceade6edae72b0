package com.devpayr.guard;

/**
 * A listener for changes of the verdict. Changes are reported in order; a check that confirms the current verdict is not a
 * change.
 *
 * <pre>{@code
 * builder.listener((before, after) -> banner.show(after.message()));
 * }</pre>
 *
 * <p>Changes are also logged, see {@link LicenseGuard.Builder#logger}.
 *
 * <p>Called on the thread that detected the change: one of the guard's, or one that called {@code check()} or {@code
 * refresh()}. Must not block. An exception is passed to that thread's uncaught-exception handler and does not affect other
 * listeners.
 */
@FunctionalInterface
public interface GuardListener {
    /** Called when the verdict has changed. */
    void verdictChanged(Verdict before, Verdict after);

    /**
     * Called when the lease could not be read, saved or deleted. The guard continues with the verdict in memory.
     *
     * @param failure what the store threw; an {@link IllegalStateException} with it as the cause if it was an {@link Error} or a
     *     checked exception
     */
    default void leaseStoreFailed(RuntimeException failure) {}
}
