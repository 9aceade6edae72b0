package com.devpayr;

import com.devpayr.call.Bridge;
import com.devpayr.call.CallInterceptor;
import com.devpayr.call.CallRules;
import com.devpayr.call.Interception;
import com.devpayr.call.Lifecycle;
import com.devpayr.call.PortFactory;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.LicenseService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;

/**
 * DevPayr, blocking: the same for every transport. Safe for use by many threads; close it when the application ends.
 *
 * <pre>{@code
 * try (DevPayr devpayr = FeignDevPayr.create(DevPayrConfig.fromEnvironment())) {
 *     License license = devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build());
 * }
 * }</pre>
 *
 * <p>After {@link #close()} every call throws {@link IllegalStateException}.
 */
public final class DevPayr implements PortFactory, AutoCloseable {
    private final Ports ports;
    private final Lifecycle lifecycle;

    private DevPayr(PortFactory ports, Lifecycle lifecycle) {
        this.ports = new Ports(Ports.TWINS.keySet(), ports);
        this.lifecycle = lifecycle;
    }

    /**
     * A facade over a transport's ports. This is what a transport calls.
     *
     * @param ports the transport's ports
     * @param resource what to close with the facade
     */
    public static DevPayr of(PortFactory ports, AutoCloseable resource) {
        Lifecycle lifecycle = new Lifecycle(resource);
        return new DevPayr(Interception.around(ports, new CallRules(lifecycle)), lifecycle);
    }

    /**
     * A blocking facade over an asynchronous one: each call waits for its future. Closing it closes the other.
     *
     * <p>Not for a thread that may not block, such as an event loop's: a call there throws {@link IllegalStateException}
     * when the transport knows its own.
     */
    public static DevPayr over(AsyncDevPayr async) {
        return of(
                new PortFactory() {
                    @Override
                    public <P> P port(Class<P> type) {
                        return bridge(type, Ports.asyncTwin(type), async);
                    }
                },
                async);
    }

    private static <A, B> B bridge(Class<B> blocking, Class<A> twin, AsyncDevPayr async) {
        return Bridge.toBlocking(blocking, twin, async.port(twin), async.guard());
    }

    /** The same client with an interceptor around every call. Both share one lifecycle: closing one closes both. */
    public DevPayr with(CallInterceptor interceptor) {
        return new DevPayr(Interception.around(ports, interceptor), lifecycle);
    }

    /** The vendor's projects, by API key. */
    public ProjectService projects() {
        return port(ProjectService.class);
    }

    /** A project's domains, by API key. */
    public DomainService domains() {
        return port(DomainService.class);
    }

    /** A project's licenses, by API key. */
    public LicenseService licenses() {
        return port(LicenseService.class);
    }

    /** A project's injectables, by API key. */
    public InjectableService injectables() {
        return port(InjectableService.class);
    }

    /** Payment status as the backend sees it, by API key. */
    public PaymentService payments() {
        return port(PaymentService.class);
    }

    /** What a running copy asks, by license key. */
    public RuntimeService runtime() {
        return port(RuntimeService.class);
    }

    /**
     * A port by its type.
     *
     * @throws IllegalArgumentException when it is no blocking port
     */
    @Override
    public <P> P port(Class<P> type) {
        return ports.port(type);
    }

    /** Closes what this client owns; a second close does nothing. */
    @Override
    public void close() {
        lifecycle.close();
    }
}
