package com.devpayr.cli;

import com.devpayr.DevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the verdict whenever it changes. */
@Command(
        name = "watch",
        description = {
            "Shows the verdict of a license whenever it changes.",
            "Checks the license repeatedly until it is interrupted. Each check counts towards the license's daily limit."
        },
        footerHeading = "%nExample:%n",
        footer = "  devpayr watch --domain photos.example.com --interval 1m")
final class WatchCommand extends SessionCommand {
    @Mixin
    final LicenseSubjectOptions subject = new LicenseSubjectOptions();

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "5m",
            description = "Time between checks, such as 30s, 5m (the default) or 1h.")
    Duration interval = Duration.ZERO;

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "Ends after this many verdicts, with the exit code of the last one.")
    @Nullable
    Integer changes;

    WatchCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() throws InterruptedIOException {
        BlockingQueue<Verdict> verdicts = new LinkedBlockingQueue<>();
        try (DevPayr devpayr = session.application(subject.domain);
                LicenseGuard guard = session.guard(devpayr)
                        .scope(subject.scope())
                        .checkInterval(interval)
                        .listener((before, after) -> verdicts.add(after))
                        .build()) {
            guard.start();
            return show(verdicts);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private ExitCode show(BlockingQueue<Verdict> verdicts) throws InterruptedException {
        for (int count = 1; ; count++) {
            Verdict verdict = verdicts.take();
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            VerdictLine.write(session, verdict, now + "  ", Map.of("at", now));
            if ((changes != null && count >= changes) || session.output().isClosed()) {
                return VerdictLine.exitCode(verdict);
            }
        }
    }
}
