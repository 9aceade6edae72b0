package com.devpayr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.SystemEnvironment;
import com.devpayr.guard.LicenseGuard;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

/** Parses the command line and runs the command. */
final class Cli {
    private static final int HELP_WIDTH = 100;

    private final Terminal terminal;
    private final SystemEnvironment environment;
    private final Session session;
    private final RootCommand root = new RootCommand();

    /**
     * Creates the program.
     *
     * @param clients creates the client
     * @param guards customizes the guards that check licenses
     */
    Cli(
            Terminal terminal,
            SystemEnvironment environment,
            Function<DevPayrConfig, DevPayr> clients,
            UnaryOperator<LicenseGuard.Builder> guards) {
        this.terminal = terminal;
        this.environment = environment;
        this.session = new Session(terminal, environment, root, clients, guards);
    }

    private CommandLine commands(String... arguments) {
        CommandLine commands = new CommandLine(root, factory(session));
        CommandClasses.neededBy(arguments).forEach(commands::addSubcommand);
        Map<String, String> exitCodes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            exitCodes.put(String.valueOf(code.status()), code.description());
        }
        commands.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes);
        Ansi ansi = session.style().isColored() ? Ansi.ON : Ansi.OFF;
        ErrorReport errors = new ErrorReport(terminal, session);
        return commands.setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .registerConverter(Instant.class, Conversions::instant)
                .registerConverter(Duration.class, Conversions::duration)
                .setParameterExceptionHandler((failure, ignored) -> errors.usage(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> errors.report(failure));
    }

    /** Runs a command and returns the exit code. */
    int run(String... arguments) {
        try {
            CredentialArguments.reject(environment, arguments);
            return commands(arguments).execute(arguments);
        } catch (CliException refused) {
            terminal.err().println("devpayr: " + refused.getMessage());
            return refused.exitCode().status();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
    }

    private static IFactory factory(Session session) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return SessionCommand.class.isAssignableFrom(type)
                        ? type.getDeclaredConstructor(Session.class).newInstance(session)
                        : CommandLine.defaultFactory().create(type);
            }
        };
    }
}
