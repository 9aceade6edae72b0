package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.jackson.AnswerReader;
import com.devpayr.operation.Operation;
import com.devpayr.policy.TransportFailures;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
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
    private final AnswerReader answers;

    RetrofitCalls(OkHttpClient client, DevPayrConfig config) {
        this.client = client;
        this.requests = new RetrofitRequests(config);
        this.answers = new AnswerReader(config);
    }

    /** The answer, on this thread. */
    @Nullable
    Object execute(Request request, Type type) {
        try {
            return read(client.newCall(requests.complete(request)).execute(), type);
        } catch (IOException failure) {
            throw classified(request, failure);
        }
    }

    /** The answer, when it comes. Cancelling the future cancels the call. */
    CompletableFuture<@Nullable Object> enqueue(Request request, Type type) {
        CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
        Call call = client.newCall(requests.complete(request));
        answer.whenComplete((value, failure) -> {
            if (answer.isCancelled()) {
                call.cancel();
            }
        });
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call answered, Response response) {
                try {
                    answer.complete(read(response, type));
                } catch (IOException failure) {
                    answer.completeExceptionally(classified(request, failure));
                } catch (RuntimeException | Error failure) {
                    answer.completeExceptionally(failure);
                }
            }

            @Override
            public void onFailure(Call failed, IOException failure) {
                answer.completeExceptionally(classified(request, failure));
            }
        });
        return answer;
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

    private static DevPayrException classified(Request request, IOException failure) {
        return failure instanceof UploadBody.UnreadableException unreadable
                ? unreadable.asInvalidRequest()
                : TransportFailures.of(RetrofitRequests.operationOf(request), failure);
    }
}
