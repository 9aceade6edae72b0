package com.devpayr.spring.method;

import com.devpayr.guard.Verdict;
import com.devpayr.spring.RequiresLicense;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.util.ClassUtils;

/** Method interceptor that checks the license; without blocking if the method returns an asynchronous type. */
final class LicenseInterceptor implements MethodInterceptor {
    private static final boolean REACTOR =
            ClassUtils.isPresent("reactor.core.publisher.Mono", LicenseInterceptor.class.getClassLoader());

    private final LicenseRequirement requirement;

    LicenseInterceptor(LicenseRequirement requirement) {
        this.requirement = requirement;
    }

    /** Returns an advisor for all annotated methods and all methods of annotated types. */
    static Advisor advisor(LicenseRequirement requirement) {
        ComposablePointcut annotated = new ComposablePointcut(
                        new AnnotationMatchingPointcut(RequiresLicense.class, true))
                .union(new AnnotationMatchingPointcut(null, RequiresLicense.class, true));
        return new DefaultPointcutAdvisor(annotated, new LicenseInterceptor(requirement));
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Class<?> type = invocation.getMethod().getReturnType();
        if (type == CompletableFuture.class || type == CompletionStage.class) {
            return invokeAsync(invocation);
        }
        if (REACTOR && ReactiveInvocations.supports(type)) {
            return ReactiveInvocations.invoke(invocation, type, requirement);
        }
        requirement.verify();
        return invocation.proceed();
    }

    private @Nullable Object invokeAsync(MethodInvocation invocation) throws Throwable {
        CompletableFuture<Verdict> verdict = requirement.verifyAsync();
        if (verdict.isDone() && !verdict.isCompletedExceptionally()) {
            return invocation.proceed();
        }
        MethodInvocation deferred = ((ProxyMethodInvocation) invocation).invocableClone();
        return verdict.thenCompose(licensed -> proceed(deferred));
    }

    private static CompletionStage<?> proceed(MethodInvocation invocation) {
        try {
            return invocation.proceed() instanceof CompletionStage<?> stage
                    ? stage
                    : CompletableFuture.completedFuture(null);
        } catch (Throwable failure) {
            throw new CompletionException(failure);
        }
    }
}
