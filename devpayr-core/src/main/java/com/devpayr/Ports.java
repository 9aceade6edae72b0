package com.devpayr;

import com.devpayr.call.PortFactory;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ports that a facade holds, by type, and which blocking port is the twin of which asynchronous one. */
final class Ports implements PortFactory {
    /** Each blocking port and its asynchronous twin: the one list of them. */
    static final Map<Class<?>, Class<?>> TWINS = Map.of(
            ProjectService.class, AsyncProjectService.class,
            DomainService.class, AsyncDomainService.class,
            LicenseService.class, AsyncLicenseService.class,
            InjectableService.class, AsyncInjectableService.class,
            PaymentService.class, AsyncPaymentService.class,
            RuntimeService.class, AsyncRuntimeService.class);

    static Class<?> asyncTwin(Class<?> blocking) {
        Class<?> async = TWINS.get(blocking);
        if (async == null) {
            throw new IllegalArgumentException(blocking.getName() + " is no blocking port");
        }
        return async;
    }

    static Class<?> blockingTwin(Class<?> async) {
        return TWINS.entrySet().stream()
                .filter(twins -> twins.getValue() == async)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(async.getName() + " is no asynchronous port"))
                .getKey();
    }

    private final Collection<Class<?>> types;
    private final PortFactory factory;
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

    Ports(Collection<Class<?>> types, PortFactory factory) {
        this.types = types;
        this.factory = factory;
    }

    @Override
    public <P> P port(Class<P> type) {
        Object known = made.get(type); // asked with each call
        return type.cast(known == null ? make(type) : known);
    }

    private Object make(Class<?> type) {
        if (!types.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " is not a port of this facade");
        }
        return made.computeIfAbsent(type, factory::port);
    }
}
