package com.devpayr.emulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parsed command line.
 *
 * @param help whether to print the help text and ignore everything else
 * @param host the address to listen on
 * @param port the port to listen on; 0 for a free port
 * @param seed the file with the initial data; null for none
 * @param state the file that the state is saved to; null for none
 * @param webhookHosts the hosts that get webhooks besides this machine
 */
record Arguments(
        boolean help,
        String host,
        int port,
        @Nullable Path seed,
        @Nullable Path state,
        List<String> webhookHosts) {
    static final String HELP = """
            Usage: java -jar devpayr-emulator.jar [options]

            Runs a DevPayr emulator: the API at /api/v1/ and a web console at /.

              --port <number>  port to listen on, 0 for a free port (default 8787)
              --host <address> address to listen on (default 127.0.0.1). Clients that can reach it
                               have full access: use another address only on a trusted network.
              --seed <file>    JSON file with initial accounts, projects, licenses and API keys
              --state <file>   JSON file for the state: loaded at startup if it exists (the seed is
                               then ignored), saved within seconds of a change and at shutdown
              --webhook-host <host>
                               host that gets webhooks besides this machine; can be repeated
              --help           prints this text
            """;

    static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_PORT = 8787;
    private static final int MAX_PORT = 65_535;

    /** @throws UsageException when an option is unknown or has an invalid value */
    static Arguments parse(String... arguments) {
        Arguments parsed = new Arguments(false, LOOPBACK, DEFAULT_PORT, null, null, List.of());
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            parsed = parsed.with(rest.next(), rest);
        }
        return parsed;
    }

    private Arguments with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--help" -> new Arguments(true, host, port, seed, state, webhookHosts);
            case "--host" -> new Arguments(help, value(option, rest), port, seed, state, webhookHosts);
            case "--port" -> new Arguments(help, host, port(value(option, rest)), seed, state, webhookHosts);
            case "--seed" -> new Arguments(help, host, port, path(option, value(option, rest)), state, webhookHosts);
            case "--state" -> new Arguments(help, host, port, seed, path(option, value(option, rest)), webhookHosts);
            case "--webhook-host" ->
                new Arguments(help, host, port, seed, state, with(webhookHosts, value(option, rest)));
            default -> throw new UsageException("unknown option " + option + "; see --help");
        };
    }

    private static List<String> with(List<String> hosts, String host) {
        return Stream.concat(hosts.stream(), Stream.of(host)).toList();
    }

    private static String value(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (value.isEmpty() || value.startsWith("--")) {
            throw new UsageException(option + " requires a value");
        }
        return value;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // reported below, like a number that is out of range
        }
        throw new UsageException("--port must be a number from 0 to " + MAX_PORT + ", not \"" + text + "\"");
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new UsageException(option + " is not a valid path: \"" + text + "\"");
        }
    }
}
