package com.devpayr.guard;

import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A logger that keeps its lines, each with its level, and the exceptions. */
final class LogLines implements Logger {
    private final List<String> lines = new ArrayList<>();
    private final List<Throwable> thrown = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    List<Throwable> thrown() {
        return thrown;
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
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable failure) {
        lines.add(level + " " + message);
        if (failure != null) {
            thrown.add(failure);
        }
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, Object... parameters) {
        lines.add(level + " " + format);
    }
}
