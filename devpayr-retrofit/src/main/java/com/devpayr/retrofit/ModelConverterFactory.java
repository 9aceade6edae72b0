package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.internal.model.RequestBodies;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Converts drafts and updates to request bodies, and response bodies to the model. */
final class ModelConverterFactory extends Converter.Factory {
    private final RequestBodyWriter bodies;
    private final ResponseReader responses;

    ModelConverterFactory(RequestBodyWriter bodies, ResponseReader responses) {
        this.bodies = bodies;
        this.responses = responses;
    }

    @Override
    public Converter<ResponseBody, @Nullable Object> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        Operation operation = operationIn(annotations);
        return body -> {
            try (body) {
                return responses.readSuccess(operation, body.byteStream());
            }
        };
    }

    @Override
    public Converter<Object, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        Operation operation = operationIn(methodAnnotations);
        return draft -> toOkHttp(bodies.write(operation, RequestBodies.of(draft)));
    }

    static RequestBody toOkHttp(RawBody body) {
        return new RawRequestBody(body);
    }

    private static Operation operationIn(Annotation[] annotations) {
        Operation found = null;
        for (Annotation annotation : annotations) {
            if (annotation instanceof ApiOperation operation) {
                found = operation.value();
            }
        }
        return requireNonNull(found, "a method without @ApiOperation");
    }
}
