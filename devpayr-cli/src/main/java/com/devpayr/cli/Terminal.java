package com.devpayr.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** The standard streams, and which of them are connected to a terminal. */
abstract class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean showsOutput;
    private final boolean showsErrors;

    /**
     * Creates a terminal.
     *
     * @param out the stream for results
     * @param err the stream for errors, prompts and progress
     * @param showsOutput whether results are shown on a terminal
     * @param showsErrors whether errors and progress are shown on a terminal
     */
    Terminal(PrintStream out, PrintStream err, boolean showsOutput, boolean showsErrors) {
        this.out = out;
        this.err = err;
        this.showsOutput = showsOutput;
        this.showsErrors = showsErrors;
    }

    /** Returns the stream for results. */
    final PrintStream out() {
        return out;
    }

    /** Returns the stream for errors, prompts and progress. */
    final PrintStream err() {
        return err;
    }

    /** Returns whether results are shown on a terminal. */
    final boolean showsOutput() {
        return showsOutput;
    }

    /** Returns whether errors and progress are shown on a terminal. */
    final boolean showsErrors() {
        return showsErrors;
    }

    /** Returns whether the user can be prompted. */
    abstract boolean canPrompt();

    /** Prompts for a line; null at the end of the input. Requires {@link #canPrompt()}. */
    @Nullable
    abstract String readLine(String prompt);

    /** Prompts for a secret, which is not echoed; null at the end of the input. Requires {@link #canPrompt()}. */
    @Nullable
    abstract String readSecret(String prompt);
}
