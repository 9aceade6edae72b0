package com.devpayr.feign;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.DevPayrException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.PercentEncoding;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.jackson.RequestBodyWriter;
import com.devpayr.jackson.ResponseReader;
import com.devpayr.operation.Operation;
import feign.Client;
import feign.DefaultInvocationHandlerFactory;
import feign.InvocationContext;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.ResponseInterceptor;
import feign.Target;
import feign.codec.EncodeException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Feign asks the core: which headers, which body, what an answer means, what an I/O error means. */
final class FeignHooks {
    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();
    private final ResponseReader answers;

    FeignHooks(DevPayrConfig config) {
        this.headers = new HeaderPolicy(config, "feign");
        this.answers = new ResponseReader(config);
    }

    /** The request interceptor. Literal, since Feign takes braces in a header for a template. */
    void addHeaders(RequestTemplate request) {
        headers.apply(operationOf(request), (name, value) -> {
            request.removeHeader(name);
            request.headerLiteral(name, value);
        });
    }

    /** The query map encoder. Encodes by itself, since Feign leaves alone what looks encoded, and templates braces. */
    static Map<String, Object> query(Object parameters) {
        Map<String, Object> encoded = new LinkedHashMap<>();
        QueryParameters.of(parameters).forEach((name, value) -> encoded.put(name, PercentEncoding.encode(value)));
        return encoded;
    }

    /** Feign wraps what the encoder throws; this takes it out again. */
    static InvocationHandler unwrapping(Target<?> target, Map<Method, MethodHandler> dispatch) {
        InvocationHandler feign = new DefaultInvocationHandlerFactory().create(target, dispatch);
        return (proxy, method, arguments) -> {
            try {
                return feign.invoke(proxy, method, arguments);
            } catch (EncodeException wrapped) {
                throw wrapped.getCause() instanceof DevPayrException ours ? ours : wrapped;
            }
        };
    }

    /** The encoder. */
    void writeBody(Object body, Type type, RequestTemplate request) {
        RequestBody fields = RequestBodies.of(body);
        Upload file = WireCall.upload(fields);
        if (file == null) {
            request.headerLiteral("Content-Type", "application/json");
            request.body(bodies.json(fields), StandardCharsets.UTF_8);
        } else {
            MultipartForm form = MultipartForm.of(bodies.form(operationOf(request), fields), "file", file);
            request.headerLiteral("Content-Type", form.contentType());
            request.body(form.bytes(), null);
        }
    }

    /** The response interceptor, in place of Feign's decoder, which would wrap our exceptions in its own. */
    @Nullable
    Object readAnswer(InvocationContext context, ResponseInterceptor.Chain chain) {
        try (Response response = context.response()) {
            Operation operation = operationOf(response.request().requestTemplate());
            try (InputStream body = bodyOf(response)) {
                return answers.read(
                        operation, context.returnType(), response.status(), header(response, "Retry-After"), body);
            } catch (IOException broken) {
                throw TransportFailures.of(operation, broken);
            }
        }
    }

    /** A client whose I/O errors are the core's. */
    static Client classifying(Client client) {
        return (request, options) -> send(client, request, options);
    }

    private static Response send(Client client, Request request, Request.Options options) {
        try {
            return client.execute(request, options);
        } catch (IOException failure) {
            throw TransportFailures.of(operationOf(request.requestTemplate()), failure);
        }
    }

    private static Operation operationOf(RequestTemplate request) {
        Method method = request.methodMetadata().method();
        Operation operation = Operation.of(method);
        if (operation == null) {
            throw new IllegalStateException(method + " is tied to no operation");
        }
        return operation;
    }

    private static InputStream bodyOf(Response response) throws IOException {
        return response.body() == null
                ? InputStream.nullInputStream()
                : response.body().asInputStream();
    }

    private static @Nullable String header(Response response, String name) {
        Collection<String> values = response.headers().get(name);
        return values == null || values.isEmpty() ? null : values.iterator().next();
    }
}
