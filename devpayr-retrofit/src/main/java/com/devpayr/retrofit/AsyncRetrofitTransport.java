package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.concurrent.DelayedTasks;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Enqueues Retrofit's calls. OkHttp's call timeout excludes the wait for a thread, so the future has a timeout that includes it.
 * Cancelling a future cancels its call.
 */
final class AsyncRetrofitTransport implements AsyncCallTransport {
    private final RetrofitCalls calls;
    private final DevPayrConfig config;

    AsyncRetrofitTransport(RetrofitCalls calls, DevPayrConfig config) {
        this.calls = calls;
        this.config = config;
    }

    @Override
    public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
        Duration own = context.options().timeout();
        Duration timeout = own == null ? config.callTimeout() : own;
        Call<?> call = calls.newCall(operation, arguments, context);
        CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
        Runnable cancelTimeout =
                DelayedTasks.schedule(() -> result.completeExceptionally(new TimeoutException()), timeout);
        result.whenComplete((value, failure) -> {
            cancelTimeout.run();
            if (failure instanceof CancellationException || failure instanceof TimeoutException) {
                call.cancel();
            }
        });
        enqueue(call, operation, context, result);
        return Futures.mapFailure(
                result, failure -> TransportFailures.translate(operation, failure, context.options(), config));
    }

    private <T> void enqueue(
            Call<T> call, Operation operation, CallContext context, CompletableFuture<@Nullable Object> result) {
        call.enqueue(new Callback<>() {
            @Override
            public void onResponse(Call<T> completed, Response<T> response) {
                try {
                    result.complete(calls.read(operation, context, response));
                } catch (Throwable failure) {
                    result.completeExceptionally(failure); // must not be thrown into OkHttp
                }
            }

            @Override
            public void onFailure(Call<T> failed, Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
    }

    @Override
    public void close() {
        calls.close();
    }
}
