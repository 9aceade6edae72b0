package com.devpayr.testkit;

import com.devpayr.testkit.internal.console.ConsoleHandler;
import com.devpayr.testkit.internal.http.ApiHandler;
import com.devpayr.testkit.internal.http.InfoHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
 * Beside the API it serves the console at {@code /}, a health check at {@code /health} and the OpenAPI document of the API at
 * {@code /openapi.json}.
 */
public final class DevPayrEmulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_FREE_PORT = 0;
    private static final int BACKLOG = 1024;
    private static final Pattern PUBLIC_HOST = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    private final HttpServer server;
    private final @Nullable String publicHost;
    private final ExecutorService workers;
    private final ScheduledExecutorService webhooks;

    static {
        // Without it every small response waits 40 ms for an acknowledgement. The server's class reads it once.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private DevPayrEmulator(
            HttpServer server, @Nullable String publicHost, ExecutorService workers, InMemoryDevPayr fake) {
        this.server = server;
        this.publicHost = publicHost;
        this.workers = workers;
        this.webhooks = Executors.newSingleThreadScheduledExecutor(DevPayrEmulator::worker);
        webhooks.scheduleWithFixedDelay(() -> sendDueWebhooks(fake), 1, 1, TimeUnit.SECONDS);
    }

    /** A failure must not end the timer. A library does not log, so the application's handler of uncaught exceptions gets it. */
    private static void sendDueWebhooks(InMemoryDevPayr fake) {
        try {
            fake.sendDueWebhooks();
        } catch (RuntimeException failure) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
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
        return builder(fake).port(port).start();
    }

    /**
     * Starts an emulator on an address. Clients that can reach a non-loopback address have full access.
     *
     * @throws UncheckedIOException if the address is in use or not an address of this machine
     */
    public static DevPayrEmulator start(InMemoryDevPayr fake, InetSocketAddress address) {
        return builder(fake).address(address).start();
    }

    /**
     * Returns a builder for an emulator with more settings.
     *
     * <pre>{@code
     * DevPayrEmulator emulator = DevPayrEmulator.builder(fake).port(8787).requestLog(System.out::println).start();
     * }</pre>
     */
    public static Builder builder(InMemoryDevPayr fake) {
        return new Builder(fake);
    }

    private static HttpHandler handler(
            HttpExchange exchange, ConsoleHandler console, InfoHandler info, ApiHandler api) {
        String path = exchange.getRequestURI().getPath();
        if (ConsoleHandler.isAt(path)) {
            return console;
        }
        return InfoHandler.isAt(path) ? info : api;
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
        String host = publicHost == null ? host(server.getAddress().getAddress()) : publicHost;
        String port = PORT.matcher(host).find() ? "" : ":" + server.getAddress().getPort();
        return "http://" + host + port + ApiHandler.BASE_PATH;
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

    /** Builder for {@link DevPayrEmulator}. */
    public static final class Builder {
        private final InMemoryDevPayr fake;
        private InetSocketAddress address = new InetSocketAddress(loopback(), ANY_FREE_PORT);
        private @Nullable String publicHost;
        private Consumer<String> requestLog = line -> {};

        private Builder(InMemoryDevPayr fake) {
            this.fake = fake;
        }

        /** Sets the port of the loopback interface to listen on; a free port by default. */
        public Builder port(int port) {
            return address(new InetSocketAddress(loopback(), port));
        }

        /** Sets the address to listen on. Clients that can reach a non-loopback address have full access. */
        public Builder address(InetSocketAddress address) {
            this.address = address;
            return this;
        }

        /**
         * Sets the host name that clients use to reach the emulator, such as the name of a Docker Compose service. The base URL
         * contains it, and the console accepts it.
         *
         * @param host the host name, followed by {@code :port} if clients use another port than the emulator listens on
         * @throws IllegalArgumentException if it is not a host name with an optional port
         */
        public Builder publicHost(String host) {
            if (!PUBLIC_HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("not a host name with an optional port: \"" + host + "\"");
            }
            this.publicHost = host;
            return this;
        }

        /**
         * Sets the receiver of a line for each request to the API, such as {@code GET /api/v1/projects project.list 200
         * 3 ms}. A line contains no keys and secrets. By default, nothing is logged.
         *
         * @param requestLog called by several threads, before the response is sent
         */
        public Builder requestLog(Consumer<String> requestLog) {
            this.requestLog = requestLog;
            return this;
        }

        /**
         * Starts the emulator.
         *
         * @throws UncheckedIOException if the address is in use or not an address of this machine
         */
        public DevPayrEmulator start() {
            ExecutorService workers = Executors.newCachedThreadPool(DevPayrEmulator::worker);
            try {
                HttpServer server = HttpServer.create(address, BACKLOG);
                ApiHandler api = new ApiHandler(fake.platform(), requestLog);
                ConsoleHandler console = new ConsoleHandler(fake.platform(), fake.clock(), hostNames());
                InfoHandler info = new InfoHandler();
                server.createContext(
                        "/", exchange -> handler(exchange, console, info, api).handle(exchange));
                server.setExecutor(workers);
                server.start();
                return new DevPayrEmulator(server, publicHost, workers, fake);
            } catch (IOException failure) {
                workers.shutdown();
                throw new UncheckedIOException(
                        "the emulator cannot listen on " + address.getHostString() + ", port " + address.getPort()
                                + ": " + failure.getMessage(),
                        failure);
            }
        }

        private List<String> hostNames() {
            String listening = address.getHostString();
            return publicHost == null
                    ? List.of(listening)
                    : List.of(listening, PORT.matcher(publicHost).replaceFirst(""));
        }
    }
}
