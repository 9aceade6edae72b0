package com.devpayr.emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The entry point: {@code java -jar devpayr-emulator.jar --port=8787 --demo}. */
public final class Main {
    private static final int FAILURE = 1;
    private static final int USAGE_ERROR = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the emulator, which runs until the process is stopped. Exits with status 2 for an invalid command line,
     * else 1.
     */
    public static void main(String[] arguments) {
        int status = new Main(System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Starts the emulator and returns 0, or prints an error and returns the exit status. */
    int run(String... arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            String information = parsed.information();
            if (information != null) {
                out.print(information);
                return 0;
            }
            serve(parsed);
            return 0;
        } catch (UsageException invalid) {
            return fail(invalid.getMessage(), USAGE_ERROR);
        } catch (UncheckedIOException failure) {
            return fail(failure.getMessage(), FAILURE);
        } catch (IOException failure) {
            return fail("failed to save the state: " + failure, FAILURE);
        }
    }

    private int fail(@Nullable String message, int status) {
        err.println("error: " + message);
        return status;
    }

    private void serve(Arguments arguments) throws IOException {
        RunningEmulator emulator = RunningEmulator.start(arguments, out::println, err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(emulator), "devpayr-emulator-shutdown"));
        out.println("API      " + emulator.baseUrl());
        URI root = URI.create(emulator.baseUrl()).resolve("/");
        out.println("Console  " + root);
        out.println("OpenAPI  " + root.resolve("openapi.json"));
        Path state = arguments.state();
        if (state != null) {
            out.println("State    " + state.toAbsolutePath());
        }
        if (!emulator.demoKeys().isEmpty()) {
            out.println();
            out.println("Example data. Its API keys are not shown again:");
            emulator.demoKeys().forEach(out::println);
            out.println();
        }
        out.flush();
    }

    private void shutDown(RunningEmulator emulator) {
        try {
            emulator.close();
        } catch (IOException failure) {
            fail("failed to save the latest changes: " + failure, FAILURE);
        }
    }
}
