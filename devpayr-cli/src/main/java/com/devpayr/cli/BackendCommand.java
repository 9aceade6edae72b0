package com.devpayr.cli;

import com.devpayr.DevPayr;
import java.io.IOException;

/** A command that calls DevPayr with an API key. */
abstract class BackendCommand extends SessionCommand {
    BackendCommand(Session session) {
        super(session);
    }

    @Override
    final ExitCode run() throws IOException {
        prepare();
        try (DevPayr devpayr = connect()) {
            run(devpayr);
        }
        return ExitCode.OK;
    }

    /** Checks the arguments and asks for confirmation, before anything is sent. */
    void prepare() {}

    DevPayr connect() {
        return session.backend();
    }

    abstract void run(DevPayr devpayr) throws IOException;
}
