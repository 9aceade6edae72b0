package com.devpayr.cli;

import com.devpayr.DevPayr;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A command that deletes a resource, after confirmation. */
abstract class DeleteCommand extends ChangeCommand {
    @Option(
            names = {"-y", "--yes"},
            description = "Deletes without asking. Required without a terminal.")
    boolean yes;

    DeleteCommand(Session session) {
        super(session);
    }

    /** Returns the resource, such as {@code license 12 of project 7}. */
    abstract String resource();

    abstract long id();

    abstract void delete(DevPayr devpayr);

    @Override
    final void prepare() {
        if (!dryRun && !yes) {
            Confirmation.require(session.terminal(), "Delete " + resource() + "?");
        }
    }

    @Override
    final void run(DevPayr devpayr) {
        delete(devpayr);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", id());
        document.put("deleted", true);
        session.output().done("Deleted " + resource() + ".", id(), document);
    }
}
