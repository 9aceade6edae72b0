package com.devpayr.testkit;

import com.devpayr.DevPayr;
import com.devpayr.call.PortFactory;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.TransportException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.jackson.RequestBodyWriter;
import com.devpayr.jackson.ResponseReader;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.platform.Json;
import com.devpayr.testkit.platform.Platform;
import com.devpayr.testkit.platform.PlatformRequest;
import com.devpayr.testkit.platform.PlatformResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transport without a network: what would travel is made and read as by every other, and handed to the platform in
 * between.
 */
final class InMemoryTransport implements PortFactory {
    private static final String HERE = "127.0.0.1";

    private final Platform platform;
    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();
    private final ResponseReader answers;

    InMemoryTransport(Platform platform, DevPayrConfig config) {
        this.platform = platform;
        this.headers = new HeaderPolicy(config, "in-memory");
        this.answers = new ResponseReader(config);
    }

    DevPayr client() {
        return DevPayr.of(this, () -> {});
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> perform(method, List.of(arguments))));
    }

    private @Nullable Object perform(Method method, List<Object> arguments) {
        Operation operation = Operation.of(method);
        if (operation == null) {
            throw new UnsupportedOperationException(method + " is no operation");
        }
        WireCall call = WireCall.of(operation, arguments);
        PlatformResponse response = platform.handle(request(call));
        if (response.hangsUp()) {
            throw new TransportException(operation, TransportException.Kind.CONNECTION_LOST, null);
        }
        try (InputStream body = response.body().get()) {
            return answers.read(
                    operation,
                    method.getGenericReturnType(),
                    response.status(),
                    response.headers().get("Retry-After"),
                    body);
        } catch (IOException broken) {
            throw TransportFailures.of(operation, broken);
        }
    }

    private PlatformRequest request(WireCall call) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.apply(call.operation(), sent::put);
        Map<String, @Nullable Object> input = input(call, sent);
        return new PlatformRequest(call.method(), call.path(), call.rawQuery(), call.query(), sent, input, HERE);
    }

    private Map<String, @Nullable Object> input(WireCall call, Map<String, String> headers) {
        RequestBody body = call.body();
        if (body == null) {
            return Map.of();
        }
        Upload file = WireCall.upload(body);
        if (file == null) {
            headers.put("Content-Type", "application/json");
            return Json.body(new ByteArrayInputStream(bodies.json(body)));
        }
        headers.put("Content-Type", "multipart/form-data");
        Map<String, @Nullable Object> form = new LinkedHashMap<>(bodies.form(call.operation(), body));
        form.put("file", content(file));
        return form;
    }

    private static byte[] content(Upload file) {
        try (InputStream content = file.open()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new InvalidRequestException("file", "cannot be read (" + unreadable + ")");
        }
    }
}
