package com.devpayr.retrofit;

import com.devpayr.internal.concurrent.Futures;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.TransportException;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.jackson.ResponseReader;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends what Retrofit has made of a port's call and reads the answer as a stream. Retrofit itself would take a refusal
 * into memory whole, however long, and hide the status of a success.
 */
final class RetrofitCalls {
    private final OkHttpClient client;
    private final RetrofitRequests requests;
    private final ResponseReader answers;
    private final Duration callTimeout;

    RetrofitCalls(OkHttpClient client, DevPayrConfig config) {
        this.client = client;
        this.requests = new RetrofitRequests(config);
        this.answers = new ResponseReader(config);
        this.callTimeout = config.callTimeout();
    }

    /** The answer, on this thread. */
    @Nullable
    Object execute(Request request, Type type) {
        try {
            return read(client.newCall(requests.complete(request)).execute(), type);
        } catch (IOException failure) {
            throw classified(RetrofitRequests.operationOf(request), failure);
        }
    }

    /**
     * The answer, when it comes. Cancelling the future cancels the call. OkHttp counts its time from when a thread takes
     * it up; the future counts from now.
     */
    CompletableFuture<@Nullable Object> enqueue(Request request, Type type) {
        Call call = client.newCall(requests.complete(request));
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        answer.orTimeout(callTimeout.toNanos(), TimeUnit.NANOSECONDS).whenComplete((value, failure) -> {
            if (failure instanceof CancellationException || failure instanceof TimeoutException) {
                call.cancel();
            }
        });
        call.enqueue(new Completion(answer, type));
        return Futures.mapFailure(answer, failure -> classified(request, failure));
    }

    /** Completes a future with the answer or with what went wrong, whatever it is: OkHttp must not see it. */
    private final class Completion implements Callback {
        private final CompletableFuture<@Nullable Object> answer;
        private final Type type;

        Completion(CompletableFuture<@Nullable Object> answer, Type type) {
            this.answer = answer;
            this.type = type;
        }

        @Override
        public void onResponse(Call call, Response response) {
            try {
                answer.complete(read(response, type));
            } catch (IOException | RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        }

        @Override
        public void onFailure(Call call, IOException failure) {
            answer.completeExceptionally(failure);
        }
    }

    private @Nullable Object read(Response response, Type type) throws IOException {
        try (response) {
            Operation operation = RetrofitRequests.operationOf(response.request());
            return answers.read(
                    operation,
                    type,
                    response.code(),
                    response.header("Retry-After"),
                    response.body().byteStream());
        }
    }

    private static Throwable classified(Request request, Throwable failure) {
        Operation operation = RetrofitRequests.operationOf(request);
        if (failure instanceof TimeoutException) {
            return new TransportException(operation, TransportException.Kind.TIMEOUT, failure);
        }
        return failure instanceof IOException broken ? classified(operation, broken) : failure;
    }

    private static DevPayrException classified(Operation operation, IOException failure) {
        return failure instanceof UploadBody.UnreadableException unreadable
                ? unreadable.asInvalidRequest()
                : TransportFailures.of(operation, failure);
    }
}
