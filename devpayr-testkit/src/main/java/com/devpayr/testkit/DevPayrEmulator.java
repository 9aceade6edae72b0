package com.devpayr.testkit;

import com.devpayr.testkit.internal.console.ConsoleHandler;
import com.devpayr.testkit.internal.http.ApiHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves an {@link InMemoryDevPayr} over HTTP, by default on the loopback interface, to clients of any transport and
 * language.
 *
 * <pre>{@code
 * try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
 *     DevPayr devpayr = FeignDevPayr.create(
 *             DevPayrConfig.builder().baseUrl(emulator.baseUrl()).apiKey(key).build());
 * }
 * }</pre>
 *
 * <p>Sends the webhooks of projects and accounts to receivers on this machine; see {@link
 * InMemoryDevPayr#allowWebhooksTo}.
 *
 * <p>Source: {@code docs/wire-contract.md}. Also serves the routes and bodies that only the official SDKs use.
 */
public final class DevPayrEmulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_FREE_PORT = 0;
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService workers;
    private final ScheduledExecutorService webhooks;

    static {
        // Without it every small response waits 40 ms for an acknowledgement. The server's class reads it once.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private DevPayrEmulator(HttpServer server, ExecutorService workers, InMemoryDevPayr fake) {
        this.server = server;
        this.workers = workers;
        this.webhooks = Executors.newSingleThreadScheduledExecutor(DevPayrEmulator::worker);
        webhooks.scheduleWithFixedDelay(() -> sendDueWebhooks(fake), 1, 1, TimeUnit.SECONDS);
    }

    /** A failure must not end the timer. */
    private static void sendDueWebhooks(InMemoryDevPayr fake) {
        try {
            fake.sendDueWebhooks();
        } catch (RuntimeException failure) {
            System.getLogger(DevPayrEmulator.class.getName())
                    .log(System.Logger.Level.WARNING, "failed to send webhooks", failure);
        }
    }

    /** Starts an emulator on a free port of the loopback interface. */
    public static DevPayrEmulator start(InMemoryDevPayr fake) {
        return start(fake, ANY_FREE_PORT);
    }

    /**
     * Starts an emulator on a port of the loopback interface.
     *
     * @throws UncheckedIOException if the port is in use
     */
    public static DevPayrEmulator start(InMemoryDevPayr fake, int port) {
        return start(fake, new InetSocketAddress(loopback(), port));
    }

    /**
     * Starts an emulator on an address. Clients that can reach a non-loopback address have full access.
     *
     * @throws UncheckedIOException if the address is in use or not an address of this machine
     */
    public static DevPayrEmulator start(InMemoryDevPayr fake, InetSocketAddress address) {
        ExecutorService workers = Executors.newCachedThreadPool(DevPayrEmulator::worker);
        try {
            HttpServer server = HttpServer.create(address, BACKLOG);
            ApiHandler api = new ApiHandler(fake.platform());
            ConsoleHandler console = new ConsoleHandler(fake.platform(), fake.clock(), address.getHostString());
            server.createContext(
                    "/", exchange -> handler(exchange, console, api).handle(exchange));
            server.setExecutor(workers);
            server.start();
            return new DevPayrEmulator(server, workers, fake);
        } catch (IOException failure) {
            workers.shutdown();
            throw new UncheckedIOException(
                    "the emulator cannot listen on " + address.getHostString() + ", port " + address.getPort() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static HttpHandler handler(HttpExchange exchange, ConsoleHandler console, ApiHandler api) {
        return ConsoleHandler.isAt(exchange.getRequestURI().getPath()) ? console : api;
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "devpayr-emulator");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns the base URL with a trailing slash, such as {@code http://127.0.0.1:49152/api/v1/}. */
    public String baseUrl() {
        return "http://" + host(server.getAddress().getAddress()) + ":"
                + server.getAddress().getPort() + ApiHandler.BASE_PATH;
    }

    /** A wildcard address is reachable on the loopback address. */
    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Stops the server and closes all connections. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        webhooks.shutdownNow();
    }
}
