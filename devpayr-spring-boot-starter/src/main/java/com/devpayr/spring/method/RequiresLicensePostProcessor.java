package com.devpayr.spring.method;

import com.devpayr.spring.RequiresLicense;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;

/**
 * Bean post-processor that proxies beans with {@link RequiresLicense} methods, even if {@code spring.aop.auto} is disabled. The
 * advisor is created for the first such bean, so applications without one have no overhead.
 */
final class RequiresLicensePostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {
    private static final long serialVersionUID = 1L;

    private final transient LicenseRequirement requirement;

    RequiresLicensePostProcessor(LicenseRequirement requirement, boolean proxyTargetClass) {
        this.requirement = requirement;
        setProxyTargetClass(proxyTargetClass);
        setBeforeExistingAdvisors(true);
    }

    @Override
    public Class<?> determineBeanType(Class<?> beanClass, String beanName) {
        createAdvisorFor(beanClass);
        return super.determineBeanType(beanClass, beanName);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        createAdvisorFor(AopUtils.getTargetClass(bean));
        return super.postProcessAfterInitialization(bean, beanName);
    }

    private void createAdvisorFor(Class<?> type) {
        if (advisor == null && AnnotatedTypes.hasAnnotation(type, RequiresLicense.class)) {
            advisor = LicenseInterceptor.advisor(requirement);
        }
    }
}
