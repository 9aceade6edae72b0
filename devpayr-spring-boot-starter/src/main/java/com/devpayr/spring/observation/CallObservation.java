package com.devpayr.spring.observation;

import com.devpayr.internal.concurrent.UncaughtFailures;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The observation of a call. A convention, filter or handler that throws does not affect the call, since the result of a call
 * that is not idempotent would be lost otherwise: the exception is passed to the thread's uncaught exception handler, as the
 * license guard does with those of its listeners. If the observation cannot be started, the call is not observed.
 */
final class CallObservation {
    private final ObservationRegistry registry;
    private final Observation observation;

    private CallObservation(ObservationRegistry registry, Observation observation) {
        this.registry = registry;
        this.observation = observation;
    }

    /** Creates and starts an observation. */
    static CallObservation start(ObservationRegistry registry, Supplier<Observation> observations) {
        try {
            return new CallObservation(registry, observations.get().start());
        } catch (Throwable failure) {
            UncaughtFailures.report(failure);
            return new CallObservation(registry, Observation.NOOP);
        }
    }

    /** Performs an action with this observation as the current one. Exceptions of the action are passed on. */
    <T extends @Nullable Object> T scoped(Supplier<T> action) {
        Observation.Scope previous = registry.getCurrentObservationScope();
        Observation.Scope scope = openScope();
        try {
            return action.get();
        } finally {
            attempt(scope::close);
            registry.setCurrentObservationScope(previous); // a scope whose handler threw is still the current one
        }
    }

    private Observation.Scope openScope() {
        try {
            return observation.openScope();
        } catch (Throwable failure) {
            UncaughtFailures.report(failure);
            return Observation.Scope.NOOP;
        }
    }

    /** Stops the observation of a successful call. */
    void stop() {
        attempt(observation::stop);
    }

    /** Stops the observation of a failed call. */
    void stop(Throwable failure) {
        attempt(() -> observation.error(failure));
        stop();
    }

    private static void attempt(Runnable instrumentation) {
        try {
            instrumentation.run();
        } catch (Throwable failure) {
            UncaughtFailures.report(failure);
        }
    }
}
