package com.devpayr.emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The program: {@code java -jar devpayr-emulator.jar --port 8787 --seed demo.json}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Serves until it is told to end; ends with 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        int status = new Main(System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Starts it and returns 0, or says why not and returns the exit status. */
    int run(String... arguments) {
        try {
            Arguments parsed = Arguments.parse(arguments);
            if (parsed.help()) {
                out.print(Arguments.HELP);
                return 0;
            }
            serve(parsed);
            return 0;
        } catch (UsageException misuse) {
            return fail(misuse.getMessage(), MISUSED);
        } catch (UncheckedIOException failure) {
            return fail(failure.getMessage(), FAILED);
        } catch (IOException failure) {
            return fail("the state cannot be saved: " + failure, FAILED);
        }
    }

    private int fail(@Nullable String message, int status) {
        err.println("error: " + message);
        return status;
    }

    private void serve(Arguments arguments) throws IOException {
        RunningEmulator emulator = RunningEmulator.start(arguments, err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(emulator), "devpayr-emulator-end"));
        out.println("API      " + emulator.baseUrl());
        out.println("Console  " + URI.create(emulator.baseUrl()).resolve("/"));
        if (arguments.state() != null) {
            out.println("State    " + arguments.state().toAbsolutePath());
        }
        out.flush();
    }

    private void end(RunningEmulator emulator) {
        try {
            emulator.close();
        } catch (IOException failure) {
            fail("the last changes were not saved: " + failure, FAILED);
        }
    }
}
