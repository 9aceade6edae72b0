package com.devpayr;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.internal.call.AsyncCallChain;
import com.devpayr.internal.call.AsyncRawService;
import com.devpayr.internal.call.CallChain;
import com.devpayr.internal.call.CallPolicyInterceptor;
import com.devpayr.internal.call.Lifecycle;
import com.devpayr.internal.call.PortProxies;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.log.CallLog;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.spi.AsyncCallTransport;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.status.AsyncStatusService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous client of DevPayr, the same for every transport. Safe for use by multiple threads; close it when the
 * application ends.
 *
 * <pre>{@code
 * AsyncDevPayr devpayr = RetrofitDevPayr.createAsync(DevPayrConfig.fromEnvironment());
 * devpayr.licenses().create(projectId, draft).thenAccept(this::deliver);
 * }</pre>
 *
 * <p>No method throws: every failure is reported by the future, with the exceptions of the blocking client, not wrapped.
 * After {@link #close()} every future fails with {@link IllegalStateException}.
 */
public final class AsyncDevPayr implements AutoCloseable {
    private final DevPayrConfig config;
    private final Lifecycle lifecycle;
    private final AsyncCallChain calls;
    private final BlockingGuard guard;
    private final PortProxies ports;

    AsyncDevPayr(DevPayrConfig config, Lifecycle lifecycle, AsyncCallChain calls, BlockingGuard guard) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.calls = calls;
        this.guard = guard;
        this.ports = new PortProxies(PortTypes.ASYNC, calls);
    }

    /**
     * Creates a client over a transport. Called by transports; applications call {@code RetrofitDevPayr.createAsync(config)} and
     * the like.
     *
     * @param transport closed with the client
     */
    public static AsyncDevPayr create(DevPayrConfig config, AsyncCallTransport transport) {
        Lifecycle lifecycle = new Lifecycle(transport);
        AsyncCallChain calls = AsyncCallChain.to(transport, new CallPolicyInterceptor(lifecycle), CallLog.of(config));
        return new AsyncDevPayr(config, lifecycle, calls, transport.blockingGuard());
    }

    /**
     * Returns a client with an additional interceptor. Interceptors run in the order in which they were added: the first one
     * receives a call first and its result last. Both clients share one lifecycle: closing one closes both.
     *
     * <p>The interceptors of an adapted client run before those of the client that it was adapted from. In {@code
     * async.with(a).blocking().with(b)}, {@code b} runs before {@code a}.
     */
    public AsyncDevPayr with(AsyncCallInterceptor interceptor) {
        return new AsyncDevPayr(config, lifecycle, calls.with(interceptor), guard);
    }

    /**
     * Returns a client whose calls have options, such as another timeout or credential. Cheap, so that it can be called for a
     * single request. Options that this client already has remain in effect unless they are set again. Both clients share
     * connections and one lifecycle: closing one closes both.
     *
     * <pre>{@code
     * devpayr.withOptions(CallOptions.builder().timeout(Duration.ofSeconds(2)).build()).licenses().get(projectId, licenseId);
     * }</pre>
     */
    public AsyncDevPayr withOptions(CallOptions options) {
        return new AsyncDevPayr(config, lifecycle, calls.with(options), guard);
    }

    /** Returns the options of this client's calls; empty unless it was created by {@link #withOptions}. */
    public CallOptions options() {
        return calls.options();
    }

    /**
     * Returns this client with a blocking API: each call waits for its future, and passes the interceptors of this client.
     * Both clients share one lifecycle: closing one closes both.
     *
     * <p>On a thread that must not block, such as an event loop of the transport, every call throws {@link
     * IllegalStateException} and sends nothing.
     */
    public DevPayr blocking() {
        return new DevPayr(config, lifecycle, CallChain.adapting(calls, guard));
    }

    /** Returns the configuration of this client. */
    public DevPayrConfig config() {
        return config;
    }

    /** Returns access to the vendor's projects. Requires an API key. */
    public AsyncProjectService projects() {
        return port(AsyncProjectService.class);
    }

    /** Returns access to a project's domains. Requires an API key. */
    public AsyncDomainService domains() {
        return port(AsyncDomainService.class);
    }

    /** Returns access to a project's licenses. Requires an API key. */
    public AsyncLicenseService licenses() {
        return port(AsyncLicenseService.class);
    }

    /** Returns access to a project's injectables. Requires an API key. */
    public AsyncInjectableService injectables() {
        return port(AsyncInjectableService.class);
    }

    /** Returns access to the payment status of projects and domains. Requires an API key. */
    public AsyncPaymentService payments() {
        return port(AsyncPaymentService.class);
    }

    /** Returns the calls of a licensed application at run time. Requires a license key. */
    public AsyncRuntimeService runtime() {
        return port(AsyncRuntimeService.class);
    }

    /**
     * Sends a request to the root of DevPayr's API, for health checks. Requires no credential and no license. Fails if DevPayr
     * cannot be reached or responds with an error.
     */
    public CompletableFuture<Void> ping() {
        return port(AsyncStatusService.class).ping();
    }

    /**
     * Returns a service by its type, for frameworks that register each as a bean.
     *
     * @throws IllegalArgumentException if the type is not one of the asynchronous services
     */
    public <P> P port(Class<P> type) {
        return ports.port(type);
    }

    /**
     * Performs an operation by its constant, through the same interceptors as the services. For tools that handle
     * operations as data, and for adapters to other asynchronous styles.
     *
     * @param arguments the arguments of the service's method, in order
     * @return the result of the service's method
     */
    public CompletableFuture<?> call(Operation operation, List<Object> arguments) {
        return calls.handle(operation, arguments);
    }

    /**
     * Sends a request to an endpoint that this library has no operation for, with the headers, limits, timeouts, errors and
     * interceptors of all calls. Interceptors see {@link Operation#RAW_READ} for GET, which may be retried, and {@link
     * Operation#RAW_WRITE} for other methods, which are retried only if the request was certainly not processed.
     *
     * <pre>{@code
     * devpayr.raw("GET", "project/7/seats", Credential.API_KEY, null).thenAccept(seats -> …);
     * }</pre>
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path path and query relative to the base URL, percent-encoded
     * @param credential the credential to send; null for none
     * @param body JSON text, or a map or list that is written as JSON; null for none
     * @return fails with an {@link com.devpayr.error.InvalidRequestException} if the path is not relative to the base URL, or
     *     another part is not allowed
     */
    public CompletableFuture<RawResult> raw(
            String method, String path, @Nullable Credential credential, @Nullable Object body) {
        return port(AsyncRawService.class).send(() -> new RawCall(method, path, credential, body));
    }

    /** Closes the transport. Calls in progress fail. A second close does nothing. */
    @Override
    public void close() {
        lifecycle.close();
    }
}
