package com.devpayr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of the process. The launcher script passes the file descriptors that are terminals in the system property
 * {@code devpayr.terminals}, since Java only reports whether both input and output are.
 */
final class SystemTerminal extends Terminal {
    private static final String TERMINALS = "devpayr.terminals";

    private final @Nullable Console console;

    private SystemTerminal(@Nullable Console console, @Nullable String terminals) {
        super(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals == null ? console != null : terminals.contains("1"),
                terminals == null ? console != null : terminals.contains("2"));
        this.console = console;
    }

    static SystemTerminal create() {
        Console console = System.console();
        return new SystemTerminal(isTerminal(console) ? console : null, System.getProperty(TERMINALS));
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that says so. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException impossible) {
            return false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false, UTF_8);
    }

    @Override
    boolean canPrompt() {
        return console != null;
    }

    @Override
    @Nullable
    String readLine(String prompt) {
        return console().readLine("%s", prompt);
    }

    @Override
    @Nullable
    String readSecret(String prompt) {
        char[] secret = console().readPassword("%s", prompt);
        return secret == null ? null : new String(secret);
    }

    private Console console() {
        return Objects.requireNonNull(console, "no terminal");
    }
}
