package com.devpayr.spring.method;

import static java.util.Objects.requireNonNull;

import org.aopalliance.intercept.MethodInvocation;
import org.reactivestreams.Publisher;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import reactor.core.publisher.Mono;

/** Methods that return a reactive type: the guard is asked at each subscription, and the method called after it. */
final class ReactiveInvocations {
    private ReactiveInvocations() {}

    static boolean suits(Class<?> type) {
        return ReactiveAdapterRegistry.getSharedInstance().getAdapter(type) != null;
    }

    static Object before(MethodInvocation call, Class<?> type, LicenseRequirement license) {
        ReactiveAdapter adapter =
                requireNonNull(ReactiveAdapterRegistry.getSharedInstance().getAdapter(type));
        ProxyMethodInvocation kept = (ProxyMethodInvocation) ((ProxyMethodInvocation) call).invocableClone();
        Mono<?> licensed = Mono.fromFuture(license::checkLater);
        return adapter.fromPublisher(
                adapter.isMultiValue()
                        ? licensed.flatMapMany(verdict -> proceed(kept, adapter))
                        : licensed.flatMap(verdict -> Mono.from(proceed(kept, adapter))));
    }

    /** A copy for each subscription: an invocation can proceed once. */
    private static Publisher<Object> proceed(ProxyMethodInvocation kept, ReactiveAdapter adapter) {
        try {
            return adapter.toPublisher(kept.invocableClone().proceed());
        } catch (Throwable failure) {
            return Mono.error(failure);
        }
    }
}
