package com.devpayr.resilience4j;

import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.error.TransportException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An interceptor that runs the attempts of a call, and the waits between them, on the caller's thread. */
final class ResilienceInterceptor implements CallInterceptor {
    private final ResilienceConfig config;

    ResilienceInterceptor(ResilienceConfig config) {
        this.config = config;
    }

    @Override
    public @Nullable Object intercept(Call call) {
        CallAttempts attempts = config.newCall(call.operation());
        while (true) {
            try {
                Object result = attempt(call, attempts);
                attempts.onSuccess();
                return result;
            } catch (Throwable failure) { // code in Kotlin can throw checked exceptions
                if (attempts.countsAsSuccess(failure)) {
                    attempts.onSuccess();
                    return null;
                }
                Duration delay = attempts.onFailure(failure);
                if (delay == null) {
                    throw rethrow(attempts.finalFailure());
                }
                awaitNextAttempt(attempts, delay);
            }
        }
    }

    private void awaitNextAttempt(CallAttempts attempts, Duration delay) {
        try {
            sleep(attempts, delay);
        } catch (TransportException interrupted) {
            throw rethrow(attempts.abort(interrupted));
        } catch (Throwable rejected) { // by a scheduler that is shut down
            throw rethrow(attempts.finalFailure(rejected));
        }
    }

    private @Nullable Object attempt(Call call, CallAttempts attempts) {
        AttemptPermit permit = config.permits().acquire(attempts.operation(), attempts::remainingTime);
        try {
            if (!permit.delay().isZero()) {
                sleep(attempts, permit.delay());
            }
            permit.onStart();
            attempts.onStart();
            Object result = call.proceed();
            permit.onSuccess();
            return result;
        } catch (Throwable failure) {
            permit.onError(failure);
            throw failure;
        }
    }

    private void sleep(CallAttempts attempts, Duration duration) {
        try {
            config.scheduler().sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransportException(attempts.operation(), TransportException.Kind.INTERRUPTED, null);
        }
    }

    /** Throws a failure unchanged, even if it is a checked exception. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException rethrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
