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
final class TestTerminal extends Terminal {
    private final ByteArrayOutputStream outBytes;
    private final ByteArrayOutputStream errBytes;
    private final @Nullable Queue<String> input;

    private TestTerminal(
            ByteArrayOutputStream outBytes,
            ByteArrayOutputStream errBytes,
            @Nullable OutputStream sink,
            boolean showsOutput,
            boolean showsErrors,
            @Nullable Queue<String> input) {
        super(
                new PrintStream(sink == null ? outBytes : sink, false, UTF_8),
                new PrintStream(errBytes, false, UTF_8),
                showsOutput,
                showsErrors);
        this.outBytes = outBytes;
        this.errBytes = errBytes;
        this.input = input;
    }

    private static TestTerminal create(
            @Nullable OutputStream sink, boolean showsOutput, boolean showsErrors, @Nullable Queue<String> input) {
        return new TestTerminal(
                new ByteArrayOutputStream(), new ByteArrayOutputStream(), sink, showsOutput, showsErrors, input);
    }

    /** Returns streams that are pipes. */
    static TestTerminal none() {
        return create(null, false, false, null);
    }

    /** Returns a terminal on which the user enters lines. */
    static TestTerminal interactive(String... lines) {
        return create(null, true, true, new ArrayDeque<>(List.of(lines)));
    }

    /** Returns a terminal whose output is redirected to a file. */
    static TestTerminal redirected() {
        return create(null, false, true, null);
    }

    /** Returns streams whose output goes elsewhere. */
    static TestTerminal writingTo(OutputStream sink) {
        return create(sink, false, false, null);
    }

    String output() {
        out().flush();
        return outBytes.toString(UTF_8);
    }

    String errors() {
        err().flush();
        return errBytes.toString(UTF_8);
    }

    @Override
    boolean canPrompt() {
        return input != null;
    }

    @Override
    @Nullable
    String readLine(String prompt) {
        err().print(prompt);
        return input == null ? null : input.poll();
    }

    @Override
    @Nullable
    String readSecret(String prompt) {
        return readLine(prompt);
    }
}
