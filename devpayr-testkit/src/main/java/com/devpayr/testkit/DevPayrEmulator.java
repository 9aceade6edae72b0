package com.devpayr.testkit;

import com.devpayr.testkit.console.ConsoleHandler;
import com.devpayr.testkit.http.ApiHandler;
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

/**
 * An {@link InMemoryDevPayr} over HTTP, on the loopback interface unless told otherwise: for clients of any transport and any language.
 *
 * <pre>{@code
 * try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
 *     DevPayr devpayr = FeignDevPayr.create(
 *             DevPayrConfig.builder().baseUrl(emulator.baseUrl()).apiKey(key).build());
 * }
 * }</pre>
 *
 * <p>Source: wire contract, sections 1 and 3, with the routes and bodies that only the official SDKs use.
 */
public final class DevPayrEmulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_FREE_PORT = 0;
    private static final int LINE_OF_WAITING_CONNECTIONS = 1024;

    private final HttpServer server;
    private final ExecutorService workers;

    static {
        // Else each small answer waits 40 ms for the client's acknowledgement; read once, by the server's class.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private DevPayrEmulator(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Serves a platform on a free port. */
    public static DevPayrEmulator start(InMemoryDevPayr fake) {
        return start(fake, ANY_FREE_PORT);
    }

    /**
     * Serves a platform on a port.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static DevPayrEmulator start(InMemoryDevPayr fake, int port) {
        return start(fake, new InetSocketAddress(loopback(), port));
    }

    /**
     * Serves a platform on an address, which others than this machine may reach: whoever reaches it can do everything.
     *
     * @throws UncheckedIOException when the address is taken, or not this machine's
     */
    public static DevPayrEmulator start(InMemoryDevPayr fake, InetSocketAddress address) {
        ExecutorService workers = Executors.newCachedThreadPool(DevPayrEmulator::worker);
        try {
            HttpServer server = HttpServer.create(address, LINE_OF_WAITING_CONNECTIONS);
            ApiHandler api = new ApiHandler(fake.platform());
            ConsoleHandler console = new ConsoleHandler(fake.platform(), fake.clock(), address.getHostString());
            server.createContext("/", exchange -> front(exchange, console, api).handle(exchange));
            server.setExecutor(workers);
            server.start();
            return new DevPayrEmulator(server, workers);
        } catch (IOException failure) {
            workers.shutdown();
            throw new UncheckedIOException(
                    "the emulator cannot listen on " + address.getHostString() + ", port " + address.getPort() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static HttpHandler front(HttpExchange exchange, ConsoleHandler console, ApiHandler api) {
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

    /** Where it is, with a trailing slash: {@code http://127.0.0.1:49152/api/v1/}. */
    public String baseUrl() {
        return "http://" + host(server.getAddress().getAddress()) + ":"
                + server.getAddress().getPort() + ApiHandler.BASE_PATH;
    }

    /** What listens on every address is reached on the loopback one too. */
    private static String host(InetAddress address) {
        if (address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** Stops listening and hangs up. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
