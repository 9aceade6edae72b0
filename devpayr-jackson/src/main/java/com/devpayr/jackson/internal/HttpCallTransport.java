package com.devpayr.jackson.internal;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.concurrent.DelayedTasks;
import com.devpayr.internal.config.ConfigAccess;
import com.devpayr.internal.log.LoggedAttempt;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.policy.HeaderPolicy;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallThreads;
import com.devpayr.spi.HttpTransport;
import com.devpayr.spi.RawBody;
import com.devpayr.spi.RawRequest;
import com.devpayr.spi.RawResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Performs calls with an {@link HttpTransport}: creates requests and reads responses.
 *
 * <p>Decides which work may run on a thread that must not block. The first request and the first response of an operation may
 * not, since they load classes and create readers, which takes 100 ms in a new JVM.
 */
public final class HttpCallTransport implements AsyncCallTransport {
    /** Maximum size of a response that is read without switching threads. Reading it takes about as long as the switch: 50 µs. */
    private static final int SMALL_RESPONSE = 16 * 1024;

    private final DevPayrConfig config;
    private final HttpTransport transport;
    private final HeaderPolicy headers;
    private final RequestBodyWriter bodies = new RequestBodyWriter();
    private final ResponseReader responses;
    private final Set<Operation> requested = ConcurrentHashMap.newKeySet();
    private final Set<Operation> responded = ConcurrentHashMap.newKeySet();

    /** Creates a transport over an HTTP transport, which is closed with it. */
    public HttpCallTransport(DevPayrConfig config, HttpTransport transport) {
        this.config = config;
        this.transport = transport;
        this.headers = new HeaderPolicy(config, transport.name());
        this.responses = new ResponseReader(config);
    }

    @Override
    public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
        HttpCall call = new HttpCall(this, RequestSpec.of(operation, arguments), context, transport.threads());
        call.start();
        if (!transport.appliesCallTimeout() && !call.isDone()) {
            Runnable cancel = DelayedTasks.schedule(
                    () -> call.completeExceptionally(new TimeoutException()), callTimeout(context));
            call.whenComplete((value, failure) -> cancel.run());
        }
        return call;
    }

    @Override
    public BlockingGuard blockingGuard() {
        return transport.blockingGuard();
    }

    @Override
    public void close() {
        transport.close();
    }

    DevPayrConfig config() {
        return config;
    }

    private Duration callTimeout(CallContext context) {
        Duration timeout = context.options().timeout();
        return timeout == null ? config.callTimeout() : timeout;
    }

    /** Returns whether a request can be created without waiting for a credential, a file, or large data. */
    boolean isQuick(RequestSpec spec, CallThreads threads) {
        RequestBody fields = spec.body();
        boolean hasContent = spec.raw() != null
                || (fields != null && !fields.values().isEmpty()); // a raw request has its own credential, too
        return threads == CallThreads.CURRENT
                || (!hasContent
                        && requested.contains(spec.operation())
                        && ConfigAccess.canResolveWithoutBlocking(config, spec.operation()));
    }

    /** Returns whether a response can be read without waiting. */
    boolean isQuick(Operation operation, RawResponse response, CallThreads threads) {
        long length = response.bufferedLength();
        return threads == CallThreads.CURRENT
                || (length >= 0
                        && length <= SMALL_RESPONSE
                        && response.status() / 100 == 2
                        && response.header("Content-Encoding") == null
                        && responded.contains(operation));
    }

    RawRequest request(RequestSpec spec, CallContext context) {
        Operation operation = spec.operation();
        Map<String, String> all = new LinkedHashMap<>();
        headers.apply(operation, spec.credential(), context.options(), all::put);
        all.put("Accept-Encoding", "gzip");
        RawBody body = body(spec);
        if (body != null) {
            all.put("Content-Type", body.contentType());
        }
        requested.add(operation);
        if (context instanceof LoggedAttempt attempt) {
            attempt.onRequest(spec.method(), spec.target(), multiValued(all), body == null ? 0 : body.length());
        }
        return new RawRequest(
                operation,
                spec.method(),
                config.baseUrl(),
                spec.target(),
                all,
                body,
                config.maxResponseBytes(operation),
                callTimeout(context));
    }

    private @Nullable RawBody body(RequestSpec spec) {
        RawCall raw = spec.raw();
        RequestBody fields = spec.body();
        if (raw != null) {
            return bodies.write(raw);
        }
        return fields == null ? null : bodies.write(spec.operation(), fields);
    }

    private static Map<String, List<String>> multiValued(Map<String, String> headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, List.of(value)));
        return values;
    }

    /** Reports a response to the log, and returns it with a body whose bytes are counted. */
    static RawResponse logged(CallContext context, RawResponse response) {
        if (context instanceof LoggedAttempt attempt) {
            attempt.onResponse(response.status(), response.headers());
            return new LoggedResponse(response, attempt);
        }
        return response;
    }

    CompletableFuture<RawResponse> send(RawRequest request) {
        return transport.send(request);
    }

    @Nullable
    Object read(Operation operation, CallContext context, RawResponse response) throws IOException {
        Object result = responses.read(operation, context.options(), response);
        responded.add(operation);
        return result;
    }
}
