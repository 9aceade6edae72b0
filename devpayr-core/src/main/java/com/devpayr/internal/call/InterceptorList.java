package com.devpayr.internal.call;

import java.util.ArrayList;
import java.util.List;

/** Interceptors in the order in which they are called. Those that are added come before a policy, which stays the last. */
final class InterceptorList<I> {
    private final List<I> interceptors;
    private final int policies;

    private InterceptorList(List<I> interceptors, int policies) {
        this.interceptors = interceptors;
        this.policies = policies;
    }

    static <I> InterceptorList<I> empty() {
        return new InterceptorList<>(List.of(), 0);
    }

    static <I> InterceptorList<I> endingWith(I policy) {
        return new InterceptorList<>(List.of(policy), 1);
    }

    InterceptorList<I> with(I interceptor) {
        List<I> more = new ArrayList<>(interceptors);
        more.add(more.size() - policies, interceptor);
        return new InterceptorList<>(List.copyOf(more), policies);
    }

    int size() {
        return interceptors.size();
    }

    I get(int index) {
        return interceptors.get(index);
    }
}
