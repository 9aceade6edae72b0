package com.devpayr.feign;

import static java.util.Objects.requireNonNull;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainService;
import com.devpayr.error.DevPayrException;
import com.devpayr.injectable.InjectableService;
import com.devpayr.internal.call.PortTypes;
import com.devpayr.internal.call.RawService;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.spi.CallContext;
import com.devpayr.spi.CallTransport;
import com.devpayr.status.StatusService;
import feign.Feign;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.codec.EncodeException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Performs operations with the method handlers that Feign creates for the annotated services. Calls the handlers directly, which
 * saves the method lookup of Feign's proxies.
 */
final class FeignTransport implements CallTransport {
    static final Map<Class<?>, Class<?>> ANNOTATED = Map.of(
            ProjectService.class, FeignProjectService.class,
            DomainService.class, FeignDomainService.class,
            LicenseService.class, FeignLicenseService.class,
            InjectableService.class, FeignInjectableService.class,
            PaymentService.class, FeignPaymentService.class,
            RuntimeService.class, FeignRuntimeService.class,
            StatusService.class, FeignStatusService.class,
            RawService.class, FeignRawService.class);

    private final Feign feign;
    private final DevPayrConfig config;
    private final Runnable release;
    private final boolean passesQuery;
    private final Map<Operation, MethodHandler> handlers = new ConcurrentHashMap<>();

    /**
     * Creates a transport.
     *
     * @param feign must create its proxies by {@link #register}
     * @param passesQuery whether the query is passed to {@link CompletingClient}; otherwise Feign creates and parses a template for
     *     each parameter of each call, which only request interceptors can see
     * @param release run on close
     */
    FeignTransport(Feign.Builder feign, DevPayrConfig config, boolean passesQuery, Runnable release) {
        this.feign = feign.invocationHandlerFactory((target, dispatch) -> register(dispatch))
                .build();
        this.config = config;
        this.passesQuery = passesQuery;
        this.release = release;
    }

    @Override
    public @Nullable Object call(Operation operation, List<Object> arguments, CallContext context) {
        MethodHandler known = handlers.get(operation);
        MethodHandler handler = known == null ? load(operation) : known;
        try {
            return handler.invoke(argumentsOf(operation, arguments, context));
        } catch (EncodeException wrapped) {
            throw wrapped.getCause() instanceof DevPayrException cause ? cause : wrapped;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(operation.id() + " failed with a checked exception", checked);
        }
    }

    private Object[] argumentsOf(Operation operation, List<Object> arguments, CallContext context) {
        if (operation.isRaw()) {
            return new Object[] {new CallRequestOptions(config, context, (RawCall) arguments.get(0), null)};
        }
        Object[] all = arguments.toArray();
        String query = passesQuery ? takeQuery(all) : null;
        if (query == null && context == CallContext.DEFAULT) {
            return all;
        }
        Object[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = new CallRequestOptions(config, context, null, query);
        return more;
    }

    /** Replaces the argument of the query by an empty query. Returns the URL-encoded query; null for none. */
    private static @Nullable String takeQuery(Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (QueryParameters.isQuery(argument)) {
                arguments[i] = Map.of();
                return QueryParameters.encode(QueryParameters.of(argument));
            }
        }
        return null;
    }

    /** Parses the annotations of a service on its first call, since an application uses few services. */
    private MethodHandler load(Operation operation) {
        Class<?> annotated = requireNonNull(ANNOTATED.get(PortTypes.serviceOf(operation)));
        feign.newInstance(new DevPayrTarget<>(annotated, config));
        return requireNonNull(handlers.get(operation));
    }

    private java.lang.reflect.InvocationHandler register(Map<Method, MethodHandler> dispatch) {
        dispatch.forEach((method, handler) -> {
            Operation operation = Operation.of(method);
            if (operation != null) {
                handlers.put(operation, handler);
            }
        });
        return (proxy, method, arguments) -> {
            throw new IllegalStateException("Feign's proxy is not used");
        };
    }

    static Operation operationOf(Method method) {
        return requireNonNull(Operation.of(method), () -> method + " performs no operation");
    }

    @Override
    public void close() {
        release.run();
    }
}
