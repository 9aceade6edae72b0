package com.devpayr.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The parsed command line. */
@Command(
        name = "java -jar devpayr-emulator.jar",
        description = "Runs a DevPayr emulator: the API at /api/v1/ and a web console at /.",
        versionProvider = Arguments.Version.class,
        sortOptions = false,
        usageHelpWidth = 100)
final class Arguments {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "<number>",
            description = "Port to listen on; 0 for a free port (default: ${DEFAULT-VALUE}).")
    private int port = 8787;

    @Option(
            names = "--host",
            paramLabel = "<address>",
            description =
                    "Address to listen on (default: ${DEFAULT-VALUE}). Clients that can reach it have full access:"
                            + " use another address only on a trusted network.")
    private String host = "127.0.0.1";

    @Option(
            names = "--public-host",
            paramLabel = "<host>",
            description =
                    "Host name that clients use, such as the service name in Docker Compose, followed by :port if it"
                            + " differs. The printed URLs contain it and the console accepts it.")
    private @Nullable String publicHost;

    @Option(
            names = "--seed",
            paramLabel = "<file>",
            description = "JSON file with initial accounts, projects, licenses and API keys.")
    private @Nullable Path seed;

    @Option(
            names = "--demo",
            description =
                    "Starts with example data: projects, domains, licenses in each state and injectables. Prints its"
                            + " keys once.")
    private boolean demo;

    @Option(
            names = "--state",
            paramLabel = "<file>",
            description =
                    "JSON file for the state: loaded at startup if it exists (--seed and --demo are then ignored), saved"
                            + " within seconds of a change and at shutdown.")
    private @Nullable Path state;

    @Option(
            names = "--webhook-host",
            paramLabel = "<host>",
            description = "Host that gets webhooks besides this machine. Can be repeated.")
    private List<String> webhookHosts = new ArrayList<>();

    @Option(names = "--quiet", description = "Does not print a line for each request.")
    private boolean quiet;

    @Option(names = "--help", usageHelp = true, description = "Prints this text.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    private Arguments() {}

    /** @throws UsageException if an option is unknown or has an invalid value */
    static Arguments parse(String... line) {
        Arguments arguments = new Arguments();
        try {
            new CommandLine(arguments).setOverwrittenOptionsAllowed(true).parseArgs(line);
        } catch (ParameterException invalid) {
            throw new UsageException(invalid.getMessage() + "; see --help", invalid);
        }
        if (arguments.port < 0 || arguments.port > MAX_PORT) {
            throw new UsageException("--port must be a number from 0 to " + MAX_PORT + ", not " + arguments.port);
        }
        if (arguments.demo && arguments.seed != null) {
            throw new UsageException("--demo and --seed cannot be combined");
        }
        return arguments;
    }

    /** Returns the text of {@code --help} or {@code --version}; null if neither was given. */
    @Nullable
    String information() {
        CommandLine line = new CommandLine(new Arguments());
        if (help) {
            return line.getUsageMessage(CommandLine.Help.Ansi.OFF);
        }
        return version ? String.join("", new Version().getVersion()) + System.lineSeparator() : null;
    }

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    @Nullable
    String publicHost() {
        return publicHost;
    }

    @Nullable
    Path seed() {
        return seed;
    }

    boolean demo() {
        return demo;
    }

    @Nullable
    Path state() {
        return state;
    }

    List<String> webhookHosts() {
        return webhookHosts;
    }

    boolean quiet() {
        return quiet;
    }

    /** The version in the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "devpayr-emulator "
                        + Objects.requireNonNullElse(
                                Arguments.class.getPackage().getImplementationVersion(), "(not packaged)")
            };
        }
    }
}
