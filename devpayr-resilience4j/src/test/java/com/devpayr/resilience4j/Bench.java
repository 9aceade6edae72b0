package com.devpayr.resilience4j;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

/** A decorated client of each style over one script, and the time that both live in. */
final class Bench {
    /** How a call is made. */
    enum Style {
        BLOCKING {
            @Override
            void call(Bench bench, Sample sample) {
                sample.on(bench.blocking);
            }
        },
        ASYNCHRONOUS {
            @Override
            void call(Bench bench, Sample sample) {
                CompletableFuture<?> answer = sample.on(bench.async);
                bench.timer.advanceUntil(answer::isDone);
                try {
                    answer.get();
                } catch (ExecutionException failed) {
                    throw (RuntimeException) failed.getCause();
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        };

        abstract void call(Bench bench, Sample sample);
    }

    final HandTimer timer = new HandTimer();
    final Script script = new Script();
    final DevPayr blocking;
    final AsyncDevPayr async;

    Bench() {
        this(builder -> builder);
    }

    /** With the whole back-off and no jitter, unless it is set otherwise. */
    Bench(UnaryOperator<Resilience.Builder> settings) {
        Resilience resilience = settings.apply(Resilience.builder().timer(timer).random(() -> 1))
                .build();
        blocking = resilience.around(DevPayr.of(script, () -> {}));
        async = resilience.around(AsyncDevPayr.of(script, () -> {}));
    }
}
