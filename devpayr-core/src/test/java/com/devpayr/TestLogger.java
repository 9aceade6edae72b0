package com.devpayr;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A logger that passes its lines to a test. */
public record TestLogger(Appender appender) implements System.Logger {
    /** The receiver of the lines. */
    public interface Appender {
        void append(Level level, String message, @Nullable Throwable thrown);
    }

    @Override
    public String getName() {
        return "test";
    }

    @Override
    public boolean isLoggable(Level level) {
        return true;
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        appender.append(level, message, thrown);
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... parameters) {
        appender.append(level, format, null);
    }
}
