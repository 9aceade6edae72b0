package com.devpayr.internal.log;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.operation.Operation;
import com.devpayr.spi.CallContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The log of a client's requests. Contains no credential, no body, and no value of a header or query parameter that is not
 * known to be harmless. All lines have the level INFO, since the log is already enabled explicitly.
 */
public final class CallLog {
    /** Name of the logger. */
    public static final String LOGGER = "com.devpayr.calls";

    private final Logger logger;
    private final boolean isDetailed;

    private CallLog(Logger logger, boolean isDetailed) {
        this.logger = logger;
        this.isDetailed = isDetailed;
    }

    /** Returns the log that a configuration enables; null for none. */
    public static @Nullable CallLog of(DevPayrConfig config) {
        if (config.logLevel() == LogLevel.OFF) {
            return null;
        }
        Logger given = config.logger();
        return new CallLog(given == null ? System.getLogger(LOGGER) : given, config.logLevel() == LogLevel.DEBUG);
    }

    /** Returns the context of a new call, whose attempts are counted. */
    public static CallContext newCall(CallOptions options) {
        return new LoggedCall(options);
    }

    LoggedAttempt newAttempt(Operation operation, CallContext context) {
        int number = context instanceof LoggedCall call ? call.nextAttempt() : 1;
        return new LoggedAttempt(this, operation, context.options(), number);
    }

    /** Returns whether requests and responses are logged with their headers. */
    boolean isDetailed() {
        return isDetailed;
    }

    /** Writes a line. Ignores a logger that fails, since the result of the call must not depend on its log. */
    void write(String line) {
        try {
            logger.log(Level.INFO, line);
        } catch (Throwable ignored) {
            // reporting it would need a logger, too
        }
    }
}
