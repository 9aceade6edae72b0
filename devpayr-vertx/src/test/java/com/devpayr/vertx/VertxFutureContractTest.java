package com.devpayr.vertx;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.CallContext;
import com.devpayr.testkit.contract.EmulatedContract;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over the services that return Vert.x futures, on a Vert.x instance of the application. */
class VertxFutureContractTest extends EmulatedContract {
    private static Vertx vertx;

    @BeforeAll
    static void createVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void closeVertx() throws Exception {
        EventLoopTest.get(vertx.close());
    }

    @Override
    protected DevPayr createClient(DevPayrConfig config) {
        DevPayrConfig silent = DevPayrConfig.builder().log(LogLevel.OFF).build(); // the inner client logs the calls
        return AsyncDevPayr.create(
                        silent,
                        new FutureTransport(
                                VertxDevPayr.builder(config).vertx(vertx).build()))
                .blocking();
    }

    @Override
    protected boolean interruptEndsTheRequest() {
        return false;
    }

    /** Calls the service with an operation. */
    private record FutureTransport(VertxDevPayr devpayr) implements AsyncCallTransport {
        private record Target(Object service, Method method) {}

        @Override
        public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
            VertxDevPayr client = devpayr.withOptions(context.options());
            if (operation == Operation.PING) {
                return client.ping().toCompletionStage().toCompletableFuture();
            }
            if (operation.isRaw()) {
                RawCall raw = (RawCall) arguments.get(0);
                return client.raw(raw.method(), raw.path(), raw.credential(), raw.body())
                        .toCompletionStage()
                        .toCompletableFuture();
            }
            Target target = target(client, operation);
            try {
                Future<?> future = (Future<?>) target.method().invoke(target.service(), arguments.toArray());
                return future.toCompletionStage().toCompletableFuture();
            } catch (ReflectiveOperationException failure) {
                throw new LinkageError(failure.getMessage(), failure);
            }
        }

        private static Target target(VertxDevPayr devpayr, Operation operation) {
            return Stream.of(
                            devpayr.projects(),
                            devpayr.domains(),
                            devpayr.licenses(),
                            devpayr.injectables(),
                            devpayr.payments(),
                            devpayr.runtime())
                    .flatMap(service -> Arrays.stream(service.getClass().getInterfaces())
                            .flatMap(type -> Arrays.stream(type.getMethods()))
                            .map(method -> new Target(service, method)))
                    .filter(target -> Operation.of(target.method()) == operation)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            devpayr.close();
        }
    }
}
