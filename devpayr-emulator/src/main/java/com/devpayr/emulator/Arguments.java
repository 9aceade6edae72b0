package com.devpayr.emulator;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param help whether it asks for the help text, and nothing else counts
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param seed what to begin with; null for nothing
 * @param state where everything is kept; null for nowhere
 */
record Arguments(
        boolean help,
        String host,
        int port,
        @Nullable Path seed,
        @Nullable Path state) {
    static final String HELP = """
            Usage: java -jar devpayr-emulator.jar [options]

            DevPayr on this machine: its API below /api/v1/, and a console to see and drive it at /.

              --port <number>  port to listen on; 0 takes any free one (default 8787)
              --host <address> address to listen on (default 127.0.0.1). Whoever can reach it can do
                               everything: keep it on this machine unless you trust the network.
              --seed <file>    JSON to begin with: accounts, projects, licenses, API keys
              --state <file>   JSON that keeps everything: read at the start when it exists (then the
                               seed is not), written within seconds of a change and at the end
              --help           this text
            """;

    static final String LOOPBACK = "127.0.0.1";
    private static final int DEFAULT_PORT = 8787;
    private static final int MAX_PORT = 65_535;

    /** @throws UsageException when it cannot be understood */
    static Arguments parse(String... arguments) {
        Arguments parsed = new Arguments(false, LOOPBACK, DEFAULT_PORT, null, null);
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            parsed = parsed.with(rest.next(), rest);
        }
        return parsed;
    }

    private Arguments with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--help" -> new Arguments(true, host, port, seed, state);
            case "--host" -> new Arguments(help, value(option, rest), port, seed, state);
            case "--port" -> new Arguments(help, host, port(value(option, rest)), seed, state);
            case "--seed" -> new Arguments(help, host, port, path(option, value(option, rest)), state);
            case "--state" -> new Arguments(help, host, port, seed, path(option, value(option, rest)));
            default -> throw new UsageException("there is no option " + option + "; --help shows those that there are");
        };
    }

    private static String value(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "";
        if (value.isEmpty() || value.startsWith("--")) {
            throw new UsageException(option + " needs a value after it");
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
            // Said below, as for a number that is none of a port.
        }
        throw new UsageException("--port is \"" + text + "\", not a number from 0 to " + MAX_PORT);
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException impossible) {
            throw new UsageException(option + " is \"" + text + "\", which cannot be a file's name");
        }
    }
}
