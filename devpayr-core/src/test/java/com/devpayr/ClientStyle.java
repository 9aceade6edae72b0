package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The styles of a client, all called like a blocking client, for tests of their common behavior. */
enum ClientStyle {
    BLOCKING {
        @Override
        Client create(FakeTransport.Platform platform, Runnable close) {
            return new Blocking(blocking(platform, close));
        }
    },
    ASYNC {
        @Override
        Client create(FakeTransport.Platform platform, Runnable close) {
            return new Async(async(platform, close));
        }
    },
    ASYNC_OVER_BLOCKING {
        @Override
        Client create(FakeTransport.Platform platform, Runnable close) {
            return new Async(blocking(platform, close).async(Runnable::run));
        }
    },
    BLOCKING_OVER_ASYNC {
        @Override
        Client create(FakeTransport.Platform platform, Runnable close) {
            return new Blocking(async(platform, close).blocking());
        }
    };

    /**
     * Creates a client of this style.
     *
     * @param platform returns the result of each call or throws its failure
     * @param close run when the transport is closed
     */
    abstract Client create(FakeTransport.Platform platform, Runnable close);

    Client create(FakeTransport.Platform platform) {
        return create(platform, () -> {});
    }

    static DevPayr blocking(FakeTransport.Platform platform, Runnable close) {
        return DevPayr.create(FakeTransport.config(), new FakeTransport(platform).blocking(close));
    }

    static AsyncDevPayr async(FakeTransport.Platform platform, Runnable close) {
        FakeTransport.Platform futures = (operation, arguments) -> {
            try {
                return CompletableFuture.completedFuture(platform.perform(operation, arguments));
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        };
        return AsyncDevPayr.create(FakeTransport.config(), new FakeTransport(futures).async(close));
    }

    /** A client of any style. */
    interface Client {
        @Nullable
        Object invoke(Operation operation, Object... arguments);

        default @Nullable Object call(Operation operation) {
            return invoke(operation, SampleCalls.argumentsOf(operation));
        }

        void close();
    }

    private record Blocking(DevPayr devpayr) implements Client {
        @Override
        public @Nullable Object invoke(Operation operation, Object... arguments) {
            return SampleCalls.invoke(devpayr, operation, arguments);
        }

        @Override
        public void close() {
            devpayr.close();
        }
    }

    private record Async(AsyncDevPayr devpayr) implements Client {
        @Override
        public @Nullable Object invoke(Operation operation, Object... arguments) {
            try {
                return SampleCalls.invoke(devpayr, operation, arguments).join();
            } catch (CompletionException failed) {
                assertThat(failed.getCause()).isInstanceOf(RuntimeException.class);
                throw (RuntimeException) failed.getCause();
            }
        }

        @Override
        public void close() {
            devpayr.close();
        }
    }
}
