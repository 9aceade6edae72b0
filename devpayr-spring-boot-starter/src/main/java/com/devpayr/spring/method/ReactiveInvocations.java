package com.devpayr.spring.method;

import static java.util.Objects.requireNonNull;

import org.aopalliance.intercept.MethodInvocation;
import org.reactivestreams.Publisher;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Mono;

/** Invocations of methods that return a reactive type: each subscription checks the license, then invokes the method. */
final class ReactiveInvocations {
    private ReactiveInvocations() {}

    static boolean supports(Class<?> type) {
        return ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
    }

    static Object invoke(MethodInvocation invocation, Class<?> type, LicenseRequirement requirement) {
        ReactiveAdapter adapter =
                requireNonNull(ReactiveAdapterRegistry.getSharedInstance().getAdapter(type));
        ProxyMethodInvocation deferred = (ProxyMethodInvocation) ((ProxyMethodInvocation) invocation).invocableClone();
        Mono<?> licensed = Mono.fromFuture(requirement::verifyAsync);
        return adapter.fromPublisher(
                adapter.isMultiValue()
                        ? licensed.flatMapMany(verdict -> proceed(deferred, adapter))
                        : licensed.flatMap(verdict -> Mono.from(proceed(deferred, adapter))));
    }

    /** Clones the invocation for each subscription, since an invocation can proceed only once. */
    private static Publisher<Object> proceed(ProxyMethodInvocation deferred, ReactiveAdapter adapter) {
        try {
            return adapter.toPublisher(deferred.invocableClone().proceed());
        } catch (Throwable failure) {
            return Mono.error(failure);
        }
    }
}
