package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One call of an asynchronous port, on its way through the interceptors. */
public interface AsyncCall {
    /** What is asked. */
    Operation operation();

    /** The port's arguments in order. Credentials are not among them; secrets mask themselves. */
    List<Object> arguments();

    /** Starts the call. May be called more than once, to try again. Never throws: a failure is the future's. */
    CompletableFuture<?> proceed();
}
