package com.devpayr.cli;

import java.io.PrintStream;

/** A progress line on the error stream. Shown on a terminal only, and erased when the work is done. */
final class Progress {
    private static final String ERASE = "\r\u001b[K";
    private static final long KIB = 1024;

    private final PrintStream err;
    private final boolean isShown;
    private final boolean isShownForLists;

    Progress(Terminal terminal, boolean quiet) {
        this.err = terminal.err();
        this.isShown = terminal.showsErrors() && !quiet;
        this.isShownForLists = isShown && !terminal.showsOutput(); // else the rows themselves show the progress
    }

    void rows(long count) {
        if (isShownForLists) {
            show(count + " rows …");
        }
    }

    void uploading(String file, long size) {
        if (isShown) {
            show("Uploading " + Text.oneLine(file) + " (" + (size + KIB - 1) / KIB + " KiB) …");
        }
    }

    void done() {
        if (isShown) {
            err.print(ERASE);
            err.flush();
        }
    }

    private void show(String text) {
        err.print(ERASE + text);
        err.flush();
    }
}
