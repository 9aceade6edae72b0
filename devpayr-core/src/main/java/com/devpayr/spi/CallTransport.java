package com.devpayr.spi;

import com.devpayr.operation.Operation;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Performs the calls of a blocking client. For HTTP libraries that turn methods into typed results by themselves, as Feign
 * and Retrofit do; any other library needs only an {@link HttpTransport}.
 *
 * <pre>{@code
 * DevPayr devpayr = DevPayr.create(config, transport);
 * }</pre>
 *
 * <p>Must be safe for use by multiple threads.
 */
public interface CallTransport extends AutoCloseable {
    /**
     * Performs a call and waits for its result.
     *
     * @param arguments the arguments of the port's method, in order
     * @param context the options of the call, which the request must have
     * @return the result of the port's method; null where the port returns nothing
     * @throws com.devpayr.error.DevPayrException if the call fails
     */
    @Nullable
    Object call(Operation operation, List<Object> arguments, CallContext context);

    /** Releases connections and threads. Calls in progress fail. Called once. */
    @Override
    void close();

    /**
     * Returns a transport that is created by the first call, so that application startup does not load the HTTP library,
     * TLS and JSON. If creating it fails, so does the call, and the next call attempts it again.
     */
    static CallTransport lazy(Supplier<? extends CallTransport> factory) {
        LazyResource<CallTransport> transport = new LazyResource<>(factory);
        return new CallTransport() {
            @Override
            public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
                return transport.get().call(operation, arguments, context);
            }

            @Override
            public void close() {
                transport.ifCreated(CallTransport::close);
            }
        };
    }
}
