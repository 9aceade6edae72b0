package com.devpayr;

import com.devpayr.call.AsyncCallInterceptor;
import com.devpayr.call.Bridge;
import com.devpayr.call.CallRules;
import com.devpayr.call.Interception;
import com.devpayr.call.Lifecycle;
import com.devpayr.call.PortFactory;
import com.devpayr.call.WaitGuard;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import java.util.concurrent.Executor;

/**
 * DevPayr for those who may not block: the same for every transport. Safe for use by many threads; close it when the
 * application ends.
 *
 * <pre>{@code
 * AsyncDevPayr devpayr = AsyncDevPayr.over(FeignDevPayr.create(config), executor);
 * devpayr.licenses().create(projectId, draft).thenAccept(this::deliver);
 * }</pre>
 *
 * <p>No method throws by itself: every failure is the future's, of the same types as the blocking style's. After {@link
 * #close()} every future fails with {@link IllegalStateException}.
 */
public final class AsyncDevPayr implements PortFactory, AutoCloseable {
    private final Ports ports;
    private final Lifecycle lifecycle;
    private final WaitGuard guard;

    private AsyncDevPayr(PortFactory ports, Lifecycle lifecycle, WaitGuard guard) {
        this.ports = new Ports(Ports.TWINS.values(), ports);
        this.lifecycle = lifecycle;
        this.guard = guard;
    }

    /**
     * A facade over a transport's asynchronous ports. This is what a transport calls.
     *
     * @param ports the transport's ports
     * @param resource what to close with the facade
     */
    public static AsyncDevPayr of(PortFactory ports, AutoCloseable resource) {
        return of(ports, resource, WaitGuard.NONE);
    }

    /**
     * A facade over a transport's asynchronous ports, for a transport that has threads which may not block.
     *
     * @param ports the transport's ports
     * @param resource what to close with the facade
     * @param guard what {@link DevPayr#over(AsyncDevPayr)} asks before it makes a thread wait
     */
    public static AsyncDevPayr of(PortFactory ports, AutoCloseable resource, WaitGuard guard) {
        Lifecycle lifecycle = new Lifecycle(resource);
        return new AsyncDevPayr(Interception.aroundAsync(ports, new CallRules(lifecycle)), lifecycle, guard);
    }

    /**
     * An asynchronous facade over a blocking one: each call holds one of the executor's threads while it runs. Closing
     * it closes the other, not the executor.
     */
    public static AsyncDevPayr over(DevPayr blocking, Executor executor) {
        return of(
                new PortFactory() {
                    @Override
                    public <P> P port(Class<P> type) {
                        return bridge(type, Ports.blockingTwin(type), blocking, executor);
                    }
                },
                blocking);
    }

    private static <A, B> A bridge(Class<A> async, Class<B> twin, DevPayr blocking, Executor executor) {
        return Bridge.toAsync(async, twin, blocking.port(twin), executor);
    }

    /** The same client with an interceptor around every call. Both share one lifecycle: closing one closes both. */
    public AsyncDevPayr with(AsyncCallInterceptor interceptor) {
        return new AsyncDevPayr(Interception.aroundAsync(ports, interceptor), lifecycle, guard);
    }

    /** The vendor's projects, by API key. */
    public AsyncProjectService projects() {
        return port(AsyncProjectService.class);
    }

    /** A project's domains, by API key. */
    public AsyncDomainService domains() {
        return port(AsyncDomainService.class);
    }

    /** A project's licenses, by API key. */
    public AsyncLicenseService licenses() {
        return port(AsyncLicenseService.class);
    }

    /** A project's injectables, by API key. */
    public AsyncInjectableService injectables() {
        return port(AsyncInjectableService.class);
    }

    /** Payment status as the backend sees it, by API key. */
    public AsyncPaymentService payments() {
        return port(AsyncPaymentService.class);
    }

    /** What a running copy asks, by license key. */
    public AsyncRuntimeService runtime() {
        return port(AsyncRuntimeService.class);
    }

    /**
     * A port by its type.
     *
     * @throws IllegalArgumentException when it is no asynchronous port
     */
    @Override
    public <P> P port(Class<P> type) {
        return ports.port(type);
    }

    WaitGuard guard() {
        return guard;
    }

    /** Closes what this client owns; a second close does nothing. */
    @Override
    public void close() {
        lifecycle.close();
    }
}
