package com.devpayr.spi;

import java.util.concurrent.CompletableFuture;

/**
 * Sends HTTP requests with one HTTP library. Everything else (routes, headers, JSON, limits, errors) is done above it, so
 * that a transport is one method.
 *
 * <pre>{@code
 * AsyncDevPayr devpayr = HttpDevPayr.createAsync(config, new MyTransport(config));
 * }</pre>
 *
 * <p>An implementation sends each request exactly once: no retries, no redirects, no authentication. It applies
 * the configured connect and read timeouts, keeps connections open to use them again, and does not decompress responses. Must be safe
 * for use by multiple threads.
 */
public interface HttpTransport extends AutoCloseable {
    /**
     * Sends a request. Must not block.
     *
     * <p>Cancelling the future must abort the HTTP request, and so must closing a response whose body is not read to its
     * end: the call timeout relies on it. A failed future reports how far the request got:
     *
     * <ul>
     *   <li>{@link java.net.ConnectException} and similar exceptions: the request was never sent;
     *   <li>{@link java.net.SocketTimeoutException}: the read timeout expired; the message for the caller names it;
     *   <li>another {@link java.io.InterruptedIOException} or a {@link java.util.concurrent.TimeoutException}: a timeout
     *       expired;
     *   <li>any other {@link java.io.IOException}: the connection was lost, and the request may have been processed;
     *   <li>a {@link com.devpayr.error.DevPayrException}: passed to the caller unchanged.
     * </ul>
     *
     * @return the response with any status, completed when its headers have arrived or later
     */
    CompletableFuture<RawResponse> send(RawRequest request);

    /** Returns the name that the {@code User-Agent} header reports, such as {@code vertx}; {@code custom} by default. */
    default String name() {
        return "custom";
    }

    /** Returns whether the transport itself applies the configured call timeout, including the body; false by default. */
    default boolean appliesCallTimeout() {
        return false;
    }

    /** Returns the check that runs before a thread waits for a response; by default every thread may wait. */
    default BlockingGuard blockingGuard() {
        return BlockingGuard.NONE;
    }

    /**
     * Returns the threads for the work of a call that begins on the current thread; by default all of it runs on the
     * current thread.
     */
    default CallThreads threads() {
        return CallThreads.CURRENT;
    }

    /**
     * Releases connections and threads. Calls in progress fail, including those that another thread is starting. Called once.
     */
    @Override
    void close();
}
