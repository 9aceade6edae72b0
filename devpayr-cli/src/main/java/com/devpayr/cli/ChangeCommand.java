package com.devpayr.cli;

import com.devpayr.DevPayr;
import picocli.CommandLine.Option;

/** A command that changes something at DevPayr. */
abstract class ChangeCommand extends BackendCommand {
    @Option(names = "--dry-run", description = "Shows the request and does not send it.")
    boolean dryRun;

    ChangeCommand(Session session) {
        super(session);
    }

    @Override
    final DevPayr connect() {
        return dryRun ? session.dryRun() : session.backend();
    }
}
