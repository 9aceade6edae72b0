package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import java.util.List;
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
        Operation operation = operationOf(request);
        RawCall raw = operation.isRaw() ? request.tag(RawCall.class) : null;
        headers.apply(
                operation,
                raw == null ? operation.credential() : raw.credential(),
                contextOf(request).options(),
                complete::header);
        if (raw != null && operation == Operation.RAW_WRITE) {
            complete.method(raw.method(), raw.body() == null && raw.method().equals("DELETE") ? null : request.body());
        }
        if (request.body() instanceof RawRequestBody body && body.isForm()) {
            complete.post(body); // PHP only parses forms that are sent by POST
        }
        return complete.build();
    }

    /** Returns the operation of a request, from the method that Retrofit tags the request with. */
    static Operation operationOf(Request request) {
        return requireNonNull(Operation.of(invocationOf(request).method()), "every method has an operation");
    }

    /** Returns the context of a call, which is the last argument of its method. */
    static CallContext contextOf(Request request) {
        List<?> arguments = invocationOf(request).arguments();
        return arguments.get(arguments.size() - 1) instanceof CallContext context ? context : CallContext.DEFAULT;
    }

    private static Invocation invocationOf(Request request) {
        return requireNonNull(request.tag(Invocation.class), "a request of Retrofit has an invocation");
    }
}
