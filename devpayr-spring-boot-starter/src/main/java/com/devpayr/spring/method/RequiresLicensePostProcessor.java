package com.devpayr.spring.method;

import com.devpayr.spring.RequiresLicense;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

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
        Class<?> type = AopUtils.getTargetClass(bean);
        if (createAdvisorFor(type) && (isProxyTargetClass() || !hasInterfaces(type))) {
            ProxyRequirements.verify(type);
        }
        return super.postProcessAfterInitialization(bean, beanName);
    }

    private static boolean hasInterfaces(Class<?> type) {
        return ClassUtils.getAllInterfacesForClass(type).length > 0;
    }

    /** Returns whether the type has annotations. */
    private boolean createAdvisorFor(Class<?> type) {
        boolean annotated = AnnotatedTypes.hasAnnotation(type, RequiresLicense.class);
        if (annotated && advisor == null) {
            advisor = LicenseInterceptor.advisor(requirement);
        }
        return annotated;
    }
}
