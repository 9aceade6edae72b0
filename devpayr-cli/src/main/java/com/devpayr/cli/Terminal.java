package com.devpayr.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** The standard streams, and which of them are connected to a terminal. */
interface Terminal {
    /** Returns the stream for results. */
    PrintStream out();

    /** Returns the stream for errors, prompts and progress. */
    PrintStream err();

    /** Returns whether results are shown on a terminal. */
    boolean showsOutput();

    /** Returns whether errors and progress are shown on a terminal. */
    boolean showsErrors();

    /** Returns whether the user can be prompted. */
    boolean canPrompt();

    /** Prompts for a line; null at the end of the input. Requires {@link #canPrompt()}. */
    @Nullable
    String readLine(String prompt);

    /** Prompts for a secret, which is not echoed; null at the end of the input. Requires {@link #canPrompt()}. */
    @Nullable
    String readSecret(String prompt);
}
