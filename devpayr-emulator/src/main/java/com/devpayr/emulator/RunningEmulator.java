package com.devpayr.emulator;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.PlatformSnapshot;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An emulator that is started from the command line's arguments and serves until it is closed. */
final class RunningEmulator implements AutoCloseable {
    /** Bounds the memory that the request log of a long-running emulator uses. */
    private static final int MAX_LOGGED_REQUESTS = 1000;

    private final InMemoryDevPayr platform;
    private final DevPayrEmulator server;
    private final @Nullable StateSaver saver;
    private final List<String> demoKeys;

    private RunningEmulator(
            InMemoryDevPayr platform, DevPayrEmulator server, @Nullable StateSaver saver, List<String> demoKeys) {
        this.platform = platform;
        this.server = server;
        this.saver = saver;
        this.demoKeys = demoKeys;
    }

    /**
     * Starts an emulator.
     *
     * @param requestLog receives a line for each request unless the arguments turn it off
     * @param warnings receives the warnings
     * @throws UsageException when an argument is invalid
     * @throws IOException when the state file cannot be written
     * @throws UncheckedIOException when the address is not available
     */
    static RunningEmulator start(Arguments arguments, Consumer<String> requestLog, PrintStream warnings)
            throws IOException {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        platform.clock().follow(Clock.systemUTC());
        platform.limitRecordedRequests(MAX_LOGGED_REQUESTS);
        arguments.webhookHosts().forEach(platform::allowWebhooksTo);
        StateFile state = arguments.state() == null ? null : new StateFile(arguments.state());
        StateSaver saver = state == null ? null : new StateSaver(platform, state, warnings);
        List<String> demoKeys = List.of();
        if (state != null && saver != null && state.exists()) {
            restore(platform, "state file " + state, state::read);
            saver.markSaved();
        } else if (arguments.seed() != null) {
            Path seed = arguments.seed();
            restore(platform, "seed file " + seed, () -> PlatformSnapshot.ofJson(Files.readString(seed)));
        } else if (arguments.demo()) {
            demoKeys = DemoData.addTo(platform);
        }
        InetAddress host = host(arguments.host());
        if (!host.isLoopbackAddress()) {
            warnings.println("warning: every client that can reach " + arguments.host()
                    + " has full access; omit --host to accept local clients only");
        }
        RunningEmulator running =
                new RunningEmulator(platform, serve(platform, host, arguments, requestLog), saver, demoKeys);
        running.startSaving();
        return running;
    }

    private static DevPayrEmulator serve(
            InMemoryDevPayr platform, InetAddress host, Arguments arguments, Consumer<String> requestLog) {
        DevPayrEmulator.Builder server =
                DevPayrEmulator.builder(platform).address(new InetSocketAddress(host, arguments.port()));
        if (!arguments.quiet()) {
            server.requestLog(requestLog);
        }
        String publicHost = arguments.publicHost();
        if (publicHost != null) {
            try {
                server.publicHost(publicHost);
            } catch (IllegalArgumentException invalid) {
                throw new UsageException("--public-host is " + invalid.getMessage(), invalid);
            }
        }
        return server.start();
    }

    /** Saves once, so that an unwritable file is reported at startup, then starts saving periodically. */
    private void startSaving() throws IOException {
        if (saver == null) {
            return;
        }
        try {
            saver.save();
        } catch (IOException unwritable) {
            server.close();
            throw unwritable;
        }
        saver.start();
    }

    private interface SnapshotReader {
        PlatformSnapshot read() throws IOException;
    }

    private static void restore(InMemoryDevPayr platform, String what, SnapshotReader reader) {
        try {
            platform.restore(reader.read());
        } catch (IOException unreadable) {
            throw new UsageException(what + " cannot be read: " + unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(what + " is invalid: " + malformed.getMessage());
        }
    }

    private static InetAddress host(String name) {
        try {
            return InetAddress.getAllByName(name)[0];
        } catch (UnknownHostException unknown) {
            throw new UsageException("--host cannot be resolved: \"" + name + "\"");
        }
    }

    InMemoryDevPayr platform() {
        return platform;
    }

    /** Returns the lines with the keys of the example data; empty if it was not added. */
    List<String> demoKeys() {
        return demoKeys;
    }

    /** Returns the base URL of the API, with a trailing slash. */
    String baseUrl() {
        return server.baseUrl();
    }

    /** Stops the server, then saves the state. */
    @Override
    public void close() throws IOException {
        server.close();
        if (saver != null) {
            saver.close();
        }
    }
}
