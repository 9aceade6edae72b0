package com.devpayr.guard;

import com.devpayr.internal.config.InstalledLibrary;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A listener for changes of the verdict. Changes are reported in order; a check that confirms the current verdict is not a
 * change.
 *
 * <pre>{@code
 * builder.listener((before, after) -> banner.show(after.message()));
 * }</pre>
 *
 * <p>Called on the thread that detected the change: one of the guard's, or one that called {@code check()} or {@code
 * refresh()}. Must not block. An exception is passed to that thread's uncaught-exception handler and does not affect other
 * listeners.
 */
@FunctionalInterface
public interface GuardListener {
    /** Called when the verdict has changed. */
    void verdictChanged(Verdict before, Verdict after);

    /** Called when the lease could not be read, saved or deleted. The guard continues with the verdict in memory. */
    default void leaseStoreFailed(RuntimeException failure) {}

    /**
     * Returns a listener that logs each change: INFO for {@link Verdict.Allowed}, WARNING otherwise, and ERROR with the stack
     * trace if the license cannot be checked because a library is missing or has the wrong version.
     */
    static GuardListener logging(Logger logger) {
        return new GuardListener() {
            @Override
            public void verdictChanged(Verdict before, Verdict after) {
                LinkageError defect =
                        after instanceof Verdict.Denied denied ? InstalledLibrary.defectOf(denied.cause()) : null;
                if (defect != null) {
                    logger.log(Level.ERROR, after.message(), defect);
                    return;
                }
                logger.log(after instanceof Verdict.Allowed ? Level.INFO : Level.WARNING, after.message());
            }

            @Override
            public void leaseStoreFailed(RuntimeException failure) {
                logger.log(Level.WARNING, "The lease store failed: " + failure.getMessage());
            }
        };
    }
}
