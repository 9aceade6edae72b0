package com.devpayr.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that uses the session. */
abstract class SessionCommand implements Callable<Integer> {
    final Session session;

    SessionCommand(Session session) {
        this.session = session;
    }

    /** Runs the command. */
    abstract ExitCode run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        return run().status();
    }
}
