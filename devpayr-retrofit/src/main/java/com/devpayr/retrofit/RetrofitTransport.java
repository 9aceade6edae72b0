package com.devpayr.retrofit;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.internal.policy.TransportFailures;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes Retrofit's calls on the calling thread. */
final class RetrofitTransport implements CallTransport {
    private final RetrofitCalls calls;
    private final DevPayrConfig config;

    RetrofitTransport(RetrofitCalls calls, DevPayrConfig config) {
        this.calls = calls;
        this.config = config;
    }

    @Override
    public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
        try {
            return calls.read(
                    operation,
                    context,
                    calls.newCall(operation, arguments, context).execute());
        } catch (IOException failure) {
            throw TransportFailures.translate(operation, failure, context.options(), config);
        }
    }

    @Override
    public void close() {
        calls.close();
    }
}
