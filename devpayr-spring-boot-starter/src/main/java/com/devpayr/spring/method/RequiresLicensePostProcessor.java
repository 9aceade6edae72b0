package com.devpayr.spring.method;

import com.devpayr.spring.RequiresLicense;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;

/** Puts the guard before annotated methods, also where the application has switched its own proxies off. */
final class RequiresLicensePostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {
    private static final long serialVersionUID = 1L;

    RequiresLicensePostProcessor(RequiredLicense license, boolean proxyTargetClass) {
        ComposablePointcut annotated = new ComposablePointcut(
                        new AnnotationMatchingPointcut(RequiresLicense.class, true))
                .union(new AnnotationMatchingPointcut(null, RequiresLicense.class, true));
        this.advisor = new DefaultPointcutAdvisor(annotated, new LicenseInterceptor(license));
        setProxyTargetClass(proxyTargetClass);
        setBeforeExistingAdvisors(true);
    }
}
