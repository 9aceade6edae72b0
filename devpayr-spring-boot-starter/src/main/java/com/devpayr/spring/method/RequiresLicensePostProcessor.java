package com.devpayr.spring.method;

import static java.util.Objects.requireNonNull;

import com.devpayr.spring.RequiresLicense;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Bean post-processor that proxies beans with {@link RequiresLicense} methods, even if {@code spring.aop.auto} is disabled. The
 * advisor is created for the first such bean, so applications without one have no overhead.
 */
final class RequiresLicensePostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor
        implements SmartInitializingSingleton {
    private static final long serialVersionUID = 1L;

    private final transient LicenseRequirement requirement;
    private transient @Nullable ConfigurableListableBeanFactory beans;

    RequiresLicensePostProcessor(LicenseRequirement requirement, boolean proxyTargetClass) {
        this.requirement = requirement;
        setProxyTargetClass(proxyTargetClass);
        setBeforeExistingAdvisors(true);
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        super.setBeanFactory(beanFactory);
        this.beans = (ConfigurableListableBeanFactory) beanFactory;
    }

    /** Verifies the types of beans that the start does not create: lazy ones and those that are not singletons. */
    @Override
    public void afterSingletonsInstantiated() {
        ConfigurableListableBeanFactory all = requireNonNull(beans);
        for (String name : all.getBeanDefinitionNames()) {
            if (!all.containsSingleton(name)) {
                verifyBeforeCreation(all, name);
            }
        }
    }

    /** Ignores a type that cannot be loaded completely: it is verified when the bean is created. */
    private void verifyBeforeCreation(ConfigurableListableBeanFactory all, String name) {
        try {
            if (all.getMergedBeanDefinition(name).isAbstract()) {
                return;
            }
            Class<?> type = all.getType(name, false);
            if (type != null && !type.isInterface() && AnnotatedTypes.hasAnnotation(type, RequiresLicense.class)) {
                verify(type);
            }
        } catch (BeansException | IllegalStateException | LinkageError unknown) {
            return;
        }
    }

    @Override
    public Class<?> determineBeanType(Class<?> beanClass, String beanName) {
        createAdvisorFor(beanClass);
        return super.determineBeanType(beanClass, beanName);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Class<?> type = AopUtils.getTargetClass(bean);
        if (createAdvisorFor(type)) {
            verify(type);
        }
        return super.postProcessAfterInitialization(bean, beanName);
    }

    private void verify(Class<?> type) {
        if (isProxyTargetClass() || !hasInterfaces(type)) {
            ProxyRequirements.verify(type);
        }
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
