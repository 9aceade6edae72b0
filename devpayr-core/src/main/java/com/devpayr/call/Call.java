package com.devpayr.call;

import com.devpayr.operation.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a blocking port, on its way through the interceptors. */
public interface Call {
    /** What is asked. */
    Operation operation();

    /** The port's arguments in order. Credentials are not among them; secrets mask themselves. */
    List<Object> arguments();

    /**
     * Performs the call and returns the port's answer, null where the port returns nothing. May be called more than
     * once, to try again.
     *
     * @throws com.devpayr.error.DevPayrException what the port throws
     */
    @Nullable
    Object proceed();
}
