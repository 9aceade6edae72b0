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

/** Stands before a method: one that answers later is asked for later, so that no thread waits. */
final class LicenseInterceptor implements MethodInterceptor {
    private static final boolean REACTOR =
            ClassUtils.isPresent("reactor.core.publisher.Mono", LicenseInterceptor.class.getClassLoader());

    private final LicenseRequirement license;

    LicenseInterceptor(LicenseRequirement license) {
        this.license = license;
    }

    /** Puts one before every method that is annotated, or whose type is. */
    static Advisor advisor(LicenseRequirement license) {
        ComposablePointcut annotated = new ComposablePointcut(
                        new AnnotationMatchingPointcut(RequiresLicense.class, true))
                .union(new AnnotationMatchingPointcut(null, RequiresLicense.class, true));
        return new DefaultPointcutAdvisor(annotated, new LicenseInterceptor(license));
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Class<?> type = call.getMethod().getReturnType();
        if (type == CompletableFuture.class || type == CompletionStage.class) {
            return later(call);
        }
        if (REACTOR && ReactiveInvocations.suits(type)) {
            return ReactiveInvocations.before(call, type, license);
        }
        license.check();
        return call.proceed();
    }

    private @Nullable Object later(MethodInvocation call) throws Throwable {
        CompletableFuture<Verdict> verdict = license.checkLater();
        if (verdict.isDone() && !verdict.isCompletedExceptionally()) {
            return call.proceed();
        }
        MethodInvocation kept = ((ProxyMethodInvocation) call).invocableClone();
        return verdict.thenCompose(licensed -> stage(kept));
    }

    private static CompletionStage<?> stage(MethodInvocation call) {
        try {
            return call.proceed() instanceof CompletionStage<?> stage ? stage : CompletableFuture.completedFuture(null);
        } catch (Throwable failure) {
            throw new CompletionException(failure);
        }
    }
}
