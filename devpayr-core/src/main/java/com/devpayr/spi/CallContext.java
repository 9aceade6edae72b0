package com.devpayr.spi;

import com.devpayr.call.CallOptions;

/** The context in which a transport performs a call: the options that take the place of its configuration. */
@FunctionalInterface
public interface CallContext {
    /** A context without options. */
    CallContext DEFAULT = CallOptions::none;

    /** Returns the options of the call. */
    CallOptions options();

    /** Returns a context with options. */
    static CallContext of(CallOptions options) {
        return options.isEmpty() ? DEFAULT : () -> options;
    }
}
