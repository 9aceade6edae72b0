package com.devpayr.retrofit;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** What the annotated methods return: a future of the answer, or the answer itself, which Retrofit knows nothing of. */
final class PortCallAdapters extends CallAdapter.Factory {
    private final RetrofitCalls calls;

    PortCallAdapters(RetrofitCalls calls) {
        this.calls = calls;
    }

    @Override
    public CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        return getRawType(returnType) == CompletableFuture.class
                ? new Adapter(getParameterUpperBound(0, (ParameterizedType) returnType), calls::enqueue)
                : new Adapter(returnType, calls::execute);
    }

    private record Adapter(Type answer, BiFunction<Request, Type, @Nullable Object> send)
            implements CallAdapter<ResponseBody, @Nullable Object> {
        @Override
        public Type responseType() {
            return ResponseBody.class;
        }

        @Override
        public @Nullable Object adapt(Call<ResponseBody> call) {
            return send.apply(call.request(), answer);
        }
    }
}
