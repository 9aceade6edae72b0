package com.devpayr.retrofit;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.call.RawService;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.jackson.internal.RequestBodyWriter;
import com.devpayr.jackson.internal.ResponseReader;
import com.devpayr.license.LicenseService;
import com.devpayr.okhttp.OkHttpClients;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.RawBody;
import com.devpayr.status.StatusService;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Map<Class<?>, Class<?>> APIS = Map.of(
            ProjectService.class, ProjectApi.class,
            DomainService.class, DomainApi.class,
            LicenseService.class, LicenseApi.class,
            InjectableService.class, InjectableApi.class,
            PaymentService.class, PaymentApi.class,
            RuntimeService.class, RuntimeApi.class,
            StatusService.class, StatusApi.class,
            RawService.class, RawApi.class);
    private static final RequestBody NO_CONTENT = RequestBody.create(new byte[0]);

    private final Map<Operation, ApiMethod> methods = new ConcurrentHashMap<>();
    private final Retrofit retrofit;
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
        this.retrofit = new Retrofit.Builder()
                .baseUrl(config.baseUrl().toString())
                .callFactory(request -> newCall(client, requests.complete(request)))
                .addConverterFactory(new ModelConverterFactory(bodies, responses))
                .build();
    }

    private okhttp3.Call newCall(OkHttpClient client, Request request) {
        return clients.newCall(
                client, request, RequestMapper.contextOf(request).options().timeout());
    }

    /** Returns a call of an operation, which is not started yet. */
    Call<?> newCall(Operation operation, List<Object> arguments, CallContext context) {
        ApiMethod known = methods.get(operation);
        ApiMethod method = known == null ? load(operation) : known;
        try {
            return method.newCall(adapt(operation, arguments, context));
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("Retrofit could not create a call of " + operation.id(), impossible);
        }
    }

    /** Reads the annotations of an interface on the first call of one of its operations, since an application uses few of them. */
    private ApiMethod load(Operation operation) {
        Class<?> annotated = requireNonNull(APIS.get(PortTypes.serviceOf(operation)), "every service has an interface");
        Object api = retrofit.create(annotated);
        for (Method method : annotated.getDeclaredMethods()) {
            methods.putIfAbsent(
                    requireNonNull(Operation.of(method), "every method has an operation"), new ApiMethod(api, method));
        }
        return requireNonNull(methods.get(operation), "every operation has a method");
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

    /**
     * A method that Retrofit implements.
     *
     * @param api Retrofit's implementation of the interface that declares the method
     */
    private record ApiMethod(Object api, Method method) {
        Call<?> newCall(Object[] arguments) throws IllegalAccessException, InvocationTargetException {
            return (Call<?>) method.invoke(api, arguments);
        }
    }
}
