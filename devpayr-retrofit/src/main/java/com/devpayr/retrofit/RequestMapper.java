package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.operation.Operation;
import okhttp3.Request;
import retrofit2.Invocation;

/** Adds headers to Retrofit's requests and sets the method of forms. */
final class RequestMapper {
    private final HeaderPolicy headers;

    RequestMapper(DevPayrConfig config) {
        this.headers = new HeaderPolicy(config, "retrofit");
    }

    Request complete(Request request) {
        Request.Builder complete = request.newBuilder();
        headers.apply(operationOf(request), complete::header);
        if (request.body() instanceof RawRequestBody body && body.isForm()) {
            complete.post(body); // PHP only parses forms that are sent by POST
        }
        return complete.build();
    }

    /** Returns the operation of a request, from the method that Retrofit tags the request with. */
    static Operation operationOf(Request request) {
        Invocation invocation =
                requireNonNull(request.tag(Invocation.class), "a request of Retrofit has an invocation");
        return requireNonNull(Operation.of(invocation.method()), "every method has an operation");
    }
}
