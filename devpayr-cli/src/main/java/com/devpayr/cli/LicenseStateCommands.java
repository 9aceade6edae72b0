package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands that change the state of a license. */
final class LicenseStateCommands {
    private LicenseStateCommands() {}

    /** A change of the state. */
    private abstract static class StateCommand extends ChangeCommand {
        @Mixin
        final LicenseId id = new LicenseId();

        private final Operation operation;
        private final String done;

        StateCommand(Session session, Operation operation, String done) {
            super(session);
            this.operation = operation;
            this.done = done;
        }

        @Override
        final void run(DevPayr devpayr) {
            devpayr.call(operation, List.of(id.project, id.license));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id.license);
            document.put(done, true);
            session.output()
                    .done(
                            "License " + id.license + " of project " + id.project + " is " + done + ".",
                            id.license,
                            document);
        }
    }

    /** Revokes a license. */
    @Command(
            name = "revoke",
            description = "Revokes an active license.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses revoke 7 12")
    static final class Revoke extends StateCommand {
        Revoke(Session session) {
            super(session, Operation.LICENSE_REVOKE, "revoked");
        }
    }

    /** Reactivates a license. */
    @Command(
            name = "reactivate",
            description = "Reactivates a revoked license that has not expired.",
            footerHeading = "%nExample:%n",
            footer = "  devpayr licenses reactivate 7 12")
    static final class Reactivate extends StateCommand {
        Reactivate(Session session) {
            super(session, Operation.LICENSE_REACTIVATE, "reactivated");
        }
    }
}
