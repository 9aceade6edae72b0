package com.devpayr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A terminal in memory. By default no stream is connected to a terminal. */
final class TestTerminal implements Terminal {
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final PrintStream out;
    private final PrintStream err = new PrintStream(errBytes, false, UTF_8);
    private final boolean showsOutput;
    private final boolean showsErrors;
    private final @Nullable Queue<String> input;

    private TestTerminal(
            @Nullable OutputStream sink, boolean showsOutput, boolean showsErrors, @Nullable Queue<String> input) {
        this.out = new PrintStream(sink == null ? outBytes : sink, false, UTF_8);
        this.showsOutput = showsOutput;
        this.showsErrors = showsErrors;
        this.input = input;
    }

    /** Returns streams that are pipes. */
    static TestTerminal none() {
        return new TestTerminal(null, false, false, null);
    }

    /** Returns a terminal on which the user enters lines. */
    static TestTerminal interactive(String... lines) {
        return new TestTerminal(null, true, true, new ArrayDeque<>(List.of(lines)));
    }

    /** Returns a terminal whose output is redirected to a file. */
    static TestTerminal redirected() {
        return new TestTerminal(null, false, true, null);
    }

    /** Returns streams whose output goes elsewhere. */
    static TestTerminal writingTo(OutputStream sink) {
        return new TestTerminal(sink, false, false, null);
    }

    String output() {
        out.flush();
        return outBytes.toString(UTF_8);
    }

    String errors() {
        err.flush();
        return errBytes.toString(UTF_8);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public boolean showsOutput() {
        return showsOutput;
    }

    @Override
    public boolean showsErrors() {
        return showsErrors;
    }

    @Override
    public boolean canPrompt() {
        return input != null;
    }

    @Override
    public @Nullable String readLine(String prompt) {
        err.print(prompt);
        return input == null ? null : input.poll();
    }

    @Override
    public @Nullable String readSecret(String prompt) {
        return readLine(prompt);
    }
}
