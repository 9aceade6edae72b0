package com.devpayr.benchmarks.load;

import com.devpayr.benchmarks.caller.AsyncCaller;
import com.devpayr.benchmarks.caller.BenchmarkedOperation;
import com.devpayr.benchmarks.caller.Caller;
import com.devpayr.benchmarks.caller.Callers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts calls, on threads if the client is blocking. */
interface LoadGenerator extends AutoCloseable {
    /**
     * Starts one call.
     *
     * @param onCompletion called when the call has completed, with the failure or null
     */
    void start(Consumer<@Nullable Throwable> onCompletion);

    /**
     * Starts a caller, which starts its next call when the previous one has completed.
     *
     * @param next called before each call; supplies what to call on its completion, or null to end
     */
    void repeat(Supplier<@Nullable Consumer<@Nullable Throwable>> next);

    @Override
    void close();

    static LoadGenerator of(
            String transport, String layer, String baseUrl, BenchmarkedOperation operation, int callers) {
        return transport.equals("vertx")
                ? of(Callers.async(transport, layer, operation, baseUrl))
                : of(Callers.blocking(transport, layer, operation, baseUrl), callers);
    }

    private static LoadGenerator of(AsyncCaller caller) {
        return new LoadGenerator() {
            @Override
            public void start(Consumer<@Nullable Throwable> onCompletion) {
                caller.call().whenComplete((result, failure) -> onCompletion.accept(failure));
            }

            @Override
            public void repeat(Supplier<@Nullable Consumer<@Nullable Throwable>> next) {
                Consumer<@Nullable Throwable> onCompletion = next.get();
                if (onCompletion != null) {
                    start(failure -> {
                        onCompletion.accept(failure);
                        repeat(next);
                    });
                }
            }

            @Override
            public void close() {
                caller.close();
            }
        };
    }

    private static LoadGenerator of(Caller caller, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        return new LoadGenerator() {
            @Override
            public void start(Consumer<@Nullable Throwable> onCompletion) {
                executor.execute(() -> onCompletion.accept(failureOf(caller)));
            }

            /** Stays on one thread: handing each call to the executor would measure its queue. */
            @Override
            public void repeat(Supplier<@Nullable Consumer<@Nullable Throwable>> next) {
                executor.execute(() -> {
                    for (Consumer<@Nullable Throwable> onCompletion = next.get();
                            onCompletion != null;
                            onCompletion = next.get()) {
                        onCompletion.accept(failureOf(caller));
                    }
                });
            }

            @Override
            public void close() {
                executor.shutdown();
                caller.close();
            }
        };
    }

    private static @Nullable Throwable failureOf(Caller caller) {
        try {
            caller.call();
            return null;
        } catch (IOException failure) {
            return new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
