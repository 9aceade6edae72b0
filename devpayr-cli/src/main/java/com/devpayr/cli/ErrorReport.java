package com.devpayr.cli;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.UnauthorizedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports errors on one line that says what to do. Prints a stack trace with {@code --debug} only. */
final class ErrorReport {
    private final Terminal terminal;
    private final Session session;

    ErrorReport(Terminal terminal, Session session) {
        this.terminal = terminal;
        this.session = session;
    }

    /** Reports an invalid command line. Unexpected arguments are not repeated, since they may be credentials. */
    int usage(ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        String problem = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : String.valueOf(failure.getMessage());
        line(problem + ". See '" + command + " --help'.");
        return ExitCode.USAGE.status();
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        String first = failure.getUnmatched().get(0);
        boolean isOption = first.startsWith("-");
        return isOption ? "Unknown option " + first.replaceFirst("=.*", "") : "Unexpected argument or unknown command";
    }

    /** Reports the failure of a command and returns its exit code. */
    int report(Exception failure) {
        if (failure instanceof DryRun.Complete) {
            return ExitCode.OK.status();
        }
        session.progress().done();
        if (session.options().debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.err().print(session.redact(trace.toString()));
        }
        if (failure instanceof CliException known) {
            line(String.valueOf(known.getMessage()));
            return known.exitCode().status();
        }
        if (failure instanceof DevPayrException known) {
            line(known.getMessage() + advice(known));
            return ExitCode.of(known).status();
        }
        line(describe(failure));
        return ExitCode.FAILED.status();
    }

    private static String describe(Exception failure) {
        if (failure instanceof FileSystemException file) {
            return "Cannot read or write " + file.getFile() + ": " + reason(file);
        }
        return failure instanceof IOException
                ? "Cannot read or write: " + failure.getMessage()
                : "Unexpected error: " + failure + ". Run the command with --debug and report the output.";
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it does not exist.";
        }
        return failure instanceof AccessDeniedException
                ? "permission denied."
                : failure.getClass().getSimpleName() + ".";
    }

    private static String advice(DevPayrException failure) {
        if (failure instanceof UnauthorizedException || failure instanceof ForbiddenException) {
            return " (Check the state of the resource, and the key and its scopes: 'devpayr config' shows its source.)";
        }
        if (failure instanceof NotFoundException) {
            return " (Check the IDs: the list commands show them.)";
        }
        boolean isTemporary = ExitCode.of(failure) == ExitCode.UNREACHABLE && failure instanceof ApiException;
        return isTemporary ? " (Run the command again later.)" : "";
    }

    private void line(String text) {
        terminal.err().println("devpayr: " + Text.oneLine(session.redact(text)));
    }
}
