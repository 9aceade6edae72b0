package com.devpayr;

import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallOptions;
import com.devpayr.call.RawResult;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.internal.call.AsyncCallChain;
import com.devpayr.internal.call.CallChain;
import com.devpayr.internal.call.CallPolicyInterceptor;
import com.devpayr.internal.call.Lifecycle;
import com.devpayr.internal.call.PortProxies;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.call.RawService;
import com.devpayr.internal.log.CallLog;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.spi.BlockingGuard;
import com.devpayr.spi.CallTransport;
import com.devpayr.status.StatusService;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The blocking client of DevPayr, the same for every transport. Safe for use by multiple threads; close it when the
 * application ends.
 *
 * <pre>{@code
 * try (DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.fromEnvironment())) {
 *     License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build());
 * }
 * }</pre>
 *
 * <p>After {@link #close()} every call throws {@link IllegalStateException}.
 */
public final class DevPayr implements AutoCloseable {
    private final DevPayrConfig config;
    private final Lifecycle lifecycle;
    private final CallChain calls;
    private final PortProxies ports;

    DevPayr(DevPayrConfig config, Lifecycle lifecycle, CallChain calls) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.calls = calls;
        this.ports = new PortProxies(PortTypes.BLOCKING, calls);
    }

    /**
     * Creates a client over a transport. Called by transports; applications call {@code FeignDevPayr.create(config)} and
     * the like.
     *
     * @param transport closed with the client
     */
    public static DevPayr create(DevPayrConfig config, CallTransport transport) {
        Lifecycle lifecycle = new Lifecycle(transport);
        return new DevPayr(
                config, lifecycle, CallChain.to(transport, new CallPolicyInterceptor(lifecycle), CallLog.of(config)));
    }

    /**
     * Returns a client with an additional interceptor. Interceptors run in the order in which they were added: the first one
     * receives a call first and its result last. Both clients share one lifecycle: closing one closes both.
     *
     * <p>The interceptors of an adapted client run before those of the client that it was adapted from. In {@code
     * blocking.with(a).async(executor).with(b)}, {@code b} runs before {@code a}.
     */
    public DevPayr with(CallInterceptor interceptor) {
        return new DevPayr(config, lifecycle, calls.with(interceptor));
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
    public DevPayr withOptions(CallOptions options) {
        return new DevPayr(config, lifecycle, calls.with(options));
    }

    /** Returns the options of this client's calls; empty unless it was created by {@link #withOptions}. */
    public CallOptions options() {
        return calls.options();
    }

    /**
     * Returns this client with an asynchronous API. Each call uses a thread of the executor until it completes, and passes the
     * interceptors of this client. Both clients share one lifecycle: closing one closes both. The executor is not closed.
     */
    public AsyncDevPayr async(Executor executor) {
        return new AsyncDevPayr(config, lifecycle, AsyncCallChain.adapting(calls, executor), BlockingGuard.NONE);
    }

    /** Returns the configuration of this client. */
    public DevPayrConfig config() {
        return config;
    }

    /** Returns access to the vendor's projects. Requires an API key. */
    public ProjectService projects() {
        return port(ProjectService.class);
    }

    /** Returns access to a project's domains. Requires an API key. */
    public DomainService domains() {
        return port(DomainService.class);
    }

    /** Returns access to a project's licenses. Requires an API key. */
    public LicenseService licenses() {
        return port(LicenseService.class);
    }

    /** Returns access to a project's injectables. Requires an API key. */
    public InjectableService injectables() {
        return port(InjectableService.class);
    }

    /** Returns access to the payment status of projects and domains. Requires an API key. */
    public PaymentService payments() {
        return port(PaymentService.class);
    }

    /** Returns the calls of a licensed application at run time. Requires a license key. */
    public RuntimeService runtime() {
        return port(RuntimeService.class);
    }

    /**
     * Sends a request to the root of DevPayr's API, for health checks. Requires no credential and no license.
     *
     * @throws com.devpayr.error.DevPayrException if DevPayr cannot be reached or responds with an error
     */
    public void ping() {
        port(StatusService.class).ping();
    }

    /**
     * Returns a service by its type, for frameworks that register each as a bean.
     *
     * @throws IllegalArgumentException if the type is not one of the blocking services
     */
    public <P> P port(Class<P> type) {
        return ports.port(type);
    }

    /**
     * Performs an operation by its constant, through the same interceptors as the services. For tools that handle
     * operations as data.
     *
     * @param arguments the arguments of the service's method, in order
     * @return the result of the service's method; null where it returns nothing
     * @throws com.devpayr.error.DevPayrException if the call fails
     */
    public @Nullable Object call(Operation operation, List<Object> arguments) {
        return calls.handle(operation, arguments);
    }

    /**
     * Sends a request to an endpoint that this library has no operation for, with the headers, limits, timeouts, errors and
     * interceptors of all calls. Interceptors see {@link Operation#RAW_READ} for GET, which may be retried, and {@link
     * Operation#RAW_WRITE} for other methods, which are retried only if the request was certainly not processed.
     *
     * <pre>{@code
     * RawResult seats = devpayr.raw("GET", "project/7/seats", Credential.API_KEY, null);
     * }</pre>
     *
     * @param method GET, POST, PUT, PATCH or DELETE
     * @param path path and query relative to the base URL, percent-encoded
     * @param credential the credential to send; null for none
     * @param body JSON text, or a map or list that is written as JSON; null for none
     * @throws com.devpayr.error.InvalidRequestException if the path is not relative to the base URL, or another part is not
     *     allowed
     * @throws com.devpayr.error.DevPayrException if the call fails
     */
    public RawResult raw(String method, String path, @Nullable Credential credential, @Nullable Object body) {
        return port(RawService.class).send(() -> new RawCall(method, path, credential, body));
    }

    /** Closes the transport. Calls in progress fail. A second close does nothing. */
    @Override
    public void close() {
        lifecycle.close();
    }
}
