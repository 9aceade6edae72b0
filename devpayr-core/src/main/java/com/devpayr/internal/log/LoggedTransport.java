package com.devpayr.internal.log;

import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transport whose attempts are logged. */
public final class LoggedTransport implements CallTransport {
    private final CallTransport transport;
    private final CallLog log;

    /** Creates a transport over another one, which is closed with it. */
    public LoggedTransport(CallTransport transport, CallLog log) {
        this.transport = transport;
        this.log = log;
    }

    @Override
    public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
        LoggedAttempt attempt = log.newAttempt(operation, context);
        try {
            Object result = transport.call(operation, arguments, attempt);
            attempt.end(null);
            return result;
        } catch (Throwable failure) {
            attempt.end(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
