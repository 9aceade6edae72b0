package com.devpayr.guard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Hears of every change of the verdict, in order. A new answer that says the same is no change.
 *
 * <pre>{@code
 * builder.listener((before, after) -> banner.show(after.message()));
 * }</pre>
 *
 * <p>Called on whatever thread found the change out: the guard's own, or one that called {@code check()} or {@code
 * refresh()}. Must not block. What it throws goes to that thread's uncaught-exception handler and stops no other listener.
 */
@FunctionalInterface
public interface GuardListener {
    /** The verdict is another one. */
    void verdictChanged(Verdict before, Verdict after);

    /** The lease could not be read, kept or erased. The guard goes on, with what it knows in memory. */
    default void leaseStoreFailed(RuntimeException failure) {}

    /** A listener that writes a line of each change to the application's logger: allowed is information, all else a warning. */
    static GuardListener logging(Logger logger) {
        return new GuardListener() {
            @Override
            public void verdictChanged(Verdict before, Verdict after) {
                logger.log(after instanceof Verdict.Allowed ? Level.INFO : Level.WARNING, after.message());
            }

            @Override
            public void leaseStoreFailed(RuntimeException failure) {
                logger.log(Level.WARNING, "The license answer could not be kept: " + failure.getMessage());
            }
        };
    }
}
