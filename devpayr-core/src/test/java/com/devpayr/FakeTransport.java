package com.devpayr;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.operation.Operation;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Transports of both styles whose calls a function performs. Records the operations. */
public final class FakeTransport {
    private static final DevPayrConfig CONFIG = DevPayrConfig.builder()
            .apiKey("an-api-key")
            .licenseKey("a-license-key")
            .domain("shop.example.com")
            .build();

    /** Performs the calls. */
    @FunctionalInterface
    public interface Platform {
        /** Returns the result of a call or throws its failure. Returns a future for an asynchronous transport. */
        @Nullable
        Object perform(Operation operation, List<Object> arguments);

        /** Returns a platform whose calls fail. */
        static Platform failing(RuntimeException failure) {
            return (operation, arguments) -> {
                throw failure;
            };
        }
    }

    private final Platform platform;
    private final List<Operation> operations = Collections.synchronizedList(new ArrayList<>());
    private final List<CallOptions> options = Collections.synchronizedList(new ArrayList<>());

    /** Creates transports to a platform. */
    public FakeTransport(Platform platform) {
        this.platform = platform;
    }

    /** Returns the operations that were called so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Returns the options of the calls so far, in order. */
    public List<CallOptions> options() {
        return List.copyOf(options);
    }

    private @Nullable Object perform(Operation operation, List<Object> arguments, CallContext context) {
        operations.add(operation);
        options.add(context.options());
        return platform.perform(operation, arguments);
    }

    /** Returns a blocking transport. */
    public CallTransport blocking(Runnable close) {
        return new CallTransport() {
            @Override
            public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
                return perform(operation, arguments, context);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    /** Returns an asynchronous transport without a blocking guard. */
    public AsyncCallTransport async(Runnable close) {
        return async(BlockingGuard.NONE, close);
    }

    private AsyncCallTransport async(BlockingGuard guard, Runnable close) {
        return new AsyncCallTransport() {
            @Override
            @SuppressWarnings("NullAway") // a broken transport may return null
            public CompletableFuture<?> call(Operation operation, List<Object> arguments, CallContext context) {
                return (CompletableFuture<?>) perform(operation, arguments, context);
            }

            @Override
            public BlockingGuard blockingGuard() {
                return guard;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    /** Returns the default configuration. */
    public static DevPayrConfig config() {
        return CONFIG;
    }

    /** Returns a blocking client. */
    public DevPayr client() {
        return client(CONFIG);
    }

    /** Returns a blocking client with a configuration. */
    public DevPayr client(DevPayrConfig config) {
        return DevPayr.create(config, blocking(() -> {}));
    }

    /** Returns an asynchronous client. */
    public AsyncDevPayr asyncClient() {
        return asyncClient(CONFIG);
    }

    /** Returns an asynchronous client with a configuration. */
    public AsyncDevPayr asyncClient(DevPayrConfig config) {
        return AsyncDevPayr.create(config, async(() -> {}));
    }

    /** Returns an asynchronous client with a blocking guard. */
    public AsyncDevPayr asyncClient(BlockingGuard guard) {
        return AsyncDevPayr.create(CONFIG, async(guard, () -> {}));
    }
}
