package com.devpayr.spring.method;

import com.devpayr.spring.RequiresLicense;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;

/**
 * Puts the guard before annotated methods, also where the application has switched its own proxies off. What that takes
 * is made for the first bean that has such a method, so that an application without one does not pay for it.
 */
final class RequiresLicensePostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {
    private static final long serialVersionUID = 1L;

    private final transient LicenseRequirement license;

    RequiresLicensePostProcessor(LicenseRequirement license, boolean proxyTargetClass) {
        this.license = license;
        setProxyTargetClass(proxyTargetClass);
        setBeforeExistingAdvisors(true);
    }

    @Override
    public Class<?> determineBeanType(Class<?> beanClass, String beanName) {
        prepareFor(beanClass);
        return super.determineBeanType(beanClass, beanName);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        prepareFor(AopUtils.getTargetClass(bean));
        return super.postProcessAfterInitialization(bean, beanName);
    }

    private void prepareFor(Class<?> type) {
        if (advisor == null && AnnotatedTypes.has(type, RequiresLicense.class)) {
            advisor = LicenseInterceptor.advisor(license);
        }
    }
}
