package com.devpayr.cli;

import java.util.Locale;

/** The question before a deletion. */
final class Confirmation {
    private Confirmation() {}

    /**
     * Returns normally if the user confirms.
     *
     * @throws CliException if the user declines, or without a terminal
     */
    static void require(Terminal terminal, String question) {
        if (!terminal.canPrompt()) {
            throw CliException.usage(question + " There is no terminal to confirm this on; add --yes.");
        }
        String response = terminal.readLine(question + " [y/N] ");
        String normalized = response == null ? "" : response.strip().toLowerCase(Locale.ROOT);
        if (!normalized.equals("y") && !normalized.equals("yes")) {
            throw new CliException(ExitCode.FAILED, "Cancelled. Nothing was deleted.");
        }
    }
}
