package com.devpayr.cli;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A logger that discards everything: the commands show each verdict themselves. */
final class SilentLogger implements System.Logger {
    @Override
    public String getName() {
        return "devpayr";
    }

    @Override
    public boolean isLoggable(Level level) {
        return false;
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {}

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {}
}
