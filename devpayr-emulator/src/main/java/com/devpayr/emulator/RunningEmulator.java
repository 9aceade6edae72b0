package com.devpayr.emulator;

import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.Snapshot;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** An emulator that serves what the command line asked for, until it is closed. */
final class RunningEmulator implements AutoCloseable {
    /** Enough to see what happened, without growing for months. */
    private static final int LATEST_REQUESTS = 1000;

    private final InMemoryDevPayr platform;
    private final DevPayrEmulator server;
    private final @Nullable Keeper keeper;

    private RunningEmulator(InMemoryDevPayr platform, DevPayrEmulator server, @Nullable Keeper keeper) {
        this.platform = platform;
        this.server = server;
        this.keeper = keeper;
    }

    /**
     * Starts it.
     *
     * @param complaints where warnings go
     * @throws UsageException when an argument is to blame
     * @throws IOException when the state cannot be saved
     * @throws UncheckedIOException when it cannot listen
     */
    static RunningEmulator start(Arguments arguments, PrintStream complaints) throws IOException {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        platform.clock().follow(Clock.systemUTC());
        platform.keepRequests(LATEST_REQUESTS);
        StateFile state = arguments.state() == null ? null : new StateFile(arguments.state());
        Keeper keeper = state == null ? null : new Keeper(platform, state, complaints);
        if (state != null && keeper != null && state.exists()) {
            restore(platform, "the state file " + state, state::read);
            keeper.isUpToDate();
        } else if (arguments.seed() != null) {
            Path seed = arguments.seed();
            restore(platform, "the seed file " + seed, () -> Snapshot.ofJson(Files.readString(seed)));
        }
        InetAddress host = host(arguments.host());
        if (!host.isLoopbackAddress()) {
            complaints.println("warning: everybody who can reach " + arguments.host()
                    + " can read and change everything" + " here; leave out --host to keep it on this machine");
        }
        DevPayrEmulator server = DevPayrEmulator.start(platform, new InetSocketAddress(host, arguments.port()));
        RunningEmulator running = new RunningEmulator(platform, server, keeper);
        running.keep();
        return running;
    }

    /** The first save tells at once that there is no later one. */
    private void keep() throws IOException {
        if (keeper == null) {
            return;
        }
        try {
            keeper.save();
        } catch (IOException unwritable) {
            server.close();
            throw unwritable;
        }
        keeper.start();
    }

    private interface Source {
        Snapshot read() throws IOException;
    }

    private static void restore(InMemoryDevPayr platform, String what, Source source) {
        try {
            platform.restore(source.read());
        } catch (IOException unreadable) {
            throw new UsageException(what + " cannot be read (" + unreadable + ")");
        } catch (IllegalArgumentException malformed) {
            throw new UsageException(what + " is not a state: " + malformed.getMessage());
        }
    }

    private static InetAddress host(String name) {
        try {
            return InetAddress.getAllByName(name)[0];
        } catch (UnknownHostException unknown) {
            throw new UsageException("--host is \"" + name + "\", which is not an address of this machine");
        }
    }

    InMemoryDevPayr platform() {
        return platform;
    }

    /** Where the API is, with a trailing slash. */
    String baseUrl() {
        return server.baseUrl();
    }

    /** Stops serving, then saves. */
    @Override
    public void close() throws IOException {
        server.close();
        if (keeper != null) {
            keeper.close();
        }
    }
}
