package com.devpayr.vertx;

import static java.util.Objects.requireNonNull;

import com.devpayr.call.PortFactory;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.wire.WireCall;
import com.devpayr.operation.Operation;
import com.devpayr.vertx.Wire.Outgoing;
import io.vertx.core.Future;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The asynchronous ports: whatever is tied to an operation is sent, so that a new endpoint needs nothing here. */
final class Ports implements PortFactory {
    private final Engine engine;
    private final DevPayrConfig config;
    private final Wire wire;

    Ports(Engine engine, DevPayrConfig config) {
        this.engine = engine;
        this.config = config;
        this.wire = new Wire(engine, config);
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> perform(method, List.of(arguments))));
    }

    private CompletableFuture<@Nullable Object> perform(Method method, List<Object> arguments) {
        Operation operation =
                requireNonNull(Operation.of(method), "every method of a port that is sent is an operation");
        WireCall call = WireCall.of(operation, arguments);
        Exchange exchange = new Exchange(engine, config, operation);
        Future<@Nullable Object> result =
                request(call).compose(exchange::send).compose(answer -> read(operation, resultOf(method), answer));
        CompletableFuture<@Nullable Object> future = result.toCompletionStage().toCompletableFuture();
        future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                exchange.cancel();
            }
        });
        return future;
    }

    private Future<Outgoing> request(WireCall call) {
        return wire.isQuick(call) ? engine.onContext(wire.request(call)) : engine.onWorker(() -> wire.request(call));
    }

    private Future<@Nullable Object> read(Operation operation, Type type, Answer answer) {
        return wire.isQuick(operation, answer)
                ? Future.succeededFuture(wire.read(operation, type, answer))
                : engine.onWorker(() -> wire.read(operation, type, answer));
    }

    private static Type resultOf(Method method) {
        return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    }
}
