package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.RawBody;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Creates Retrofit's calls and reads their responses, for both styles. */
final class RetrofitCalls {
    private static final List<Class<?>> APIS = List.of(
            ProjectApi.class,
            DomainApi.class,
            LicenseApi.class,
            InjectableApi.class,
            PaymentApi.class,
            RuntimeApi.class,
            StatusApi.class,
            RawApi.class);
    private static final Map<Operation, Method> METHODS = methods();
    private static final RequestBody NO_CONTENT = RequestBody.create(new byte[0]);

    private final Map<Class<?>, Object> apis = new LinkedHashMap<>();
    private final ResponseReader responses;
    private final OkHttpClients clients;
    private final RequestBody emptyObject;
    private final RequestBodyWriter bodies;

    RetrofitCalls(DevPayrConfig config, OkHttpClients clients) {
        this.bodies = new RequestBodyWriter();
        RequestMapper requests = new RequestMapper(config);
        OkHttpClient.Builder builder = clients.client().newBuilder().addInterceptor(new ErrorBodyLimit(config));
        if (config.logLevel() != LogLevel.OFF) {
            builder.addInterceptor(new LoggingInterceptor(config));
        }
        OkHttpClient client = builder.build();
        this.responses = new ResponseReader(config);
        this.clients = clients;
        this.emptyObject = ModelConverterFactory.toOkHttp(
                bodies.write(Operation.PAYMENT_CHECK, com.devpayr.internal.model.RequestBody.empty()));
        Retrofit retrofit = new Retrofit.Builder()
                .baseUrl(config.baseUrl().toString())
                .callFactory(request -> newCall(client, requests.complete(request)))
                .addConverterFactory(new ModelConverterFactory(bodies, responses))
                .build();
        APIS.forEach(api -> apis.put(api, retrofit.create(api)));
    }

    private okhttp3.Call newCall(OkHttpClient client, Request request) {
        return clients.newCall(
                client, request, RequestMapper.contextOf(request).options().timeout());
    }

    private static Map<Operation, Method> methods() {
        Map<Operation, Method> methods = new EnumMap<>(Operation.class);
        for (Class<?> api : APIS) {
            for (Method method : api.getDeclaredMethods()) {
                methods.put(requireNonNull(Operation.of(method), "every method has an operation"), method);
            }
        }
        return methods;
    }

    /** Returns a call of an operation, which is not started yet. */
    Call<?> newCall(Operation operation, List<Object> arguments, CallContext context) {
        Method method = requireNonNull(METHODS.get(operation), "every operation has a method");
        try {
            return (Call<?>) method.invoke(apis.get(method.getDeclaringClass()), adapt(operation, arguments, context));
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("Retrofit could not create a call of " + operation.id(), impossible);
        }
    }

    private Object[] adapt(Operation operation, List<Object> arguments, CallContext context) {
        if (operation.isRaw()) {
            return adapt((RawCall) arguments.get(0), context);
        }
        List<@Nullable Object> adapted = new ArrayList<>(arguments.size() + 2);
        for (Object argument : arguments) {
            adapted.add(QueryParameters.isQuery(argument) ? encode(QueryParameters.of(argument)) : argument);
        }
        if (RequestSpec.sendsEmptyObject(operation)) {
            adapted.add(emptyObject);
        }
        adapted.add(context == CallContext.DEFAULT ? null : context);
        return adapted.toArray();
    }

    private Object[] adapt(RawCall call, CallContext context) {
        List<@Nullable Object> adapted = new ArrayList<>();
        adapted.add("./" + call.path()); // a colon in its first segment is not a scheme
        if (call.operation() == Operation.RAW_WRITE) {
            RawBody body = bodies.write(call);
            adapted.add(body == null ? NO_CONTENT : ModelConverterFactory.toOkHttp(body));
        }
        adapted.add(call);
        adapted.add(context == CallContext.DEFAULT ? null : context);
        return adapted.toArray();
    }

    private static Map<String, String> encode(Map<String, String> parameters) {
        Map<String, String> encoded = new LinkedHashMap<>();
        parameters.forEach((name, value) -> encoded.put(name, PercentEncoding.encode(value)));
        return encoded;
    }

    /**
     * Returns the result in a response.
     *
     * @throws IOException if the connection breaks
     */
    @Nullable
    Object read(Operation operation, CallContext context, Response<?> response) throws IOException {
        if (operation.isRaw() && response.isSuccessful()) {
            return readRaw(operation, response);
        }
        if (response.isSuccessful()) {
            Object result = response.body();
            return result == null ? responses.readSuccess(operation, InputStream.nullInputStream()) : result;
        }
        try (ResponseBody body = requireNonNull(response.errorBody())) {
            throw responses.readError(
                    operation,
                    context.options(),
                    response.code(),
                    response.headers().toMultimap(),
                    body.byteStream());
        }
    }

    private Object readRaw(Operation operation, Response<?> response) throws IOException {
        try (ResponseBody body = (ResponseBody) response.body()) {
            InputStream content = body == null ? InputStream.nullInputStream() : body.byteStream();
            return responses.readRaw(
                    operation, response.code(), response.headers().toMultimap(), content);
        }
    }

    void close() {
        clients.close();
    }
}
