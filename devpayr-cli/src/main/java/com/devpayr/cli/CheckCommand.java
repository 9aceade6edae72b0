package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks a license once. */
@Command(
        name = "check",
        description = {
            "Checks a license, and says why it is denied.",
            "The license key is read from DEVPAYR_LICENSE_KEY, DEVPAYR_LICENSE_KEY_FILE or a prompt. The check counts towards"
                    + " the license's daily limit."
        },
        footerHeading = "%nExample:%n",
        footer = "  DEVPAYR_LICENSE_KEY_FILE=license.key devpayr check --domain photos.example.com")
final class CheckCommand extends SessionCommand {
    @Mixin
    final LicenseSubjectOptions subject = new LicenseSubjectOptions();

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() {
        try (DevPayr devpayr = session.application(subject.domain);
                LicenseGuard guard =
                        session.guard(devpayr).scope(subject.scope()).build()) {
            Verdict verdict = guard.check();
            VerdictLine.write(session, verdict);
            return VerdictLine.exitCode(verdict);
        }
    }
}
