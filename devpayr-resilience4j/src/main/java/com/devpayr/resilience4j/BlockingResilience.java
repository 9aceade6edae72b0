package com.devpayr.resilience4j;

import com.devpayr.call.Call;
import com.devpayr.call.CallInterceptor;
import com.devpayr.error.TransportException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tries and waits on the caller's thread. */
final class BlockingResilience implements CallInterceptor {
    private final Plan plan;

    BlockingResilience(Plan plan) {
        this.plan = plan;
    }

    @Override
    public @Nullable Object intercept(Call call) {
        Course course = plan.begin(call.operation());
        while (true) {
            try {
                Object answer = attempt(call, course);
                course.succeeded();
                return answer;
            } catch (RuntimeException | Error failure) {
                if (course.isSuccess(failure)) {
                    course.succeeded();
                    return null;
                }
                Duration wait = course.failed(failure);
                if (wait == null) {
                    throw unchecked(course.outcome());
                }
                awaitNextTry(course, wait);
            }
        }
    }

    private void awaitNextTry(Course course, Duration wait) {
        try {
            pause(course, wait);
        } catch (TransportException interrupted) {
            throw unchecked(course.endedBy(interrupted));
        }
    }

    private @Nullable Object attempt(Call call, Course course) {
        Pass pass = plan.gate().enter(course.operation(), course.remaining());
        try {
            if (!pass.delay().isZero()) {
                pause(course, pass.delay());
            }
            pass.sending();
            Object answer = call.proceed();
            pass.succeeded();
            return answer;
        } catch (RuntimeException | Error failure) {
            pass.failed(failure);
            throw failure;
        }
    }

    private void pause(Course course, Duration wait) {
        try {
            plan.timer().sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransportException(course.operation(), TransportException.Kind.INTERRUPTED, null);
        }
    }

    private static RuntimeException unchecked(Throwable outcome) {
        if (outcome instanceof Error error) {
            throw error;
        }
        return (RuntimeException) outcome;
    }
}
