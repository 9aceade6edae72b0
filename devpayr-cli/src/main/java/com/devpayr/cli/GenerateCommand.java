package com.devpayr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the files that belong to an installation. */
@Command(
        name = "generate",
        description = "Prints the launcher script, the shell completion or the man page.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar devpayr-cli.jar generate launcher > devpayr",
            "  devpayr generate completion > ~/.local/share/bash-completion/completions/devpayr",
            "  devpayr generate man > ~/.local/share/man/man1/devpayr.1"
        })
final class GenerateCommand extends SessionCommand {
    /** The files. */
    enum File {
        launcher,
        completion,
        man
    }

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = {
                "launcher: a script that starts the jar beside it, faster than java -jar does.",
                "completion: for bash, and for zsh with bashcompinit.",
                "man: the man page."
            })
    File file = File.launcher;

    GenerateCommand(Session session) {
        super(session);
    }

    @Override
    ExitCode run() throws IOException {
        PrintStream out = session.terminal().out();
        CommandLine root = spec.root().commandLine();
        switch (file) {
            case launcher -> out.print(launcher());
            case completion -> out.print(AutoComplete.bash(root.getCommandName(), root));
            case man -> out.print(ManPage.of(root.getCommandSpec()));
        }
        return ExitCode.OK;
    }

    private static String launcher() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(GenerateCommand.class.getResourceAsStream("launcher/devpayr"))) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
