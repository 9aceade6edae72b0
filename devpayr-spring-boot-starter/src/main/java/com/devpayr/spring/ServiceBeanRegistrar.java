package com.devpayr.spring;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.LicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a lazy bean for each service that the application does not define. A registrar, since the conditions of
 * bean methods took a sixth of the time that this library adds to startup, and twelve of those methods were for services.
 */
final class ServiceBeanRegistrar implements ImportBeanDefinitionRegistrar {
    private static final Map<Class<?>, String> BLOCKING = Map.of(
            ProjectService.class, "devPayrProjects",
            DomainService.class, "devPayrDomains",
            LicenseService.class, "devPayrLicenses",
            InjectableService.class, "devPayrInjectables",
            PaymentService.class, "devPayrPayments",
            RuntimeService.class, "devPayrRuntime");

    private static final Map<Class<?>, String> ASYNC = Map.of(
            AsyncProjectService.class, "devPayrAsyncProjects",
            AsyncDomainService.class, "devPayrAsyncDomains",
            AsyncLicenseService.class, "devPayrAsyncLicenses",
            AsyncInjectableService.class, "devPayrAsyncInjectables",
            AsyncPaymentService.class, "devPayrAsyncPayments",
            AsyncRuntimeService.class, "devPayrAsyncRuntime");

    private final ListableBeanFactory beans;

    ServiceBeanRegistrar(BeanFactory beanFactory) {
        this.beans = (ListableBeanFactory) beanFactory;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        register(registry, BLOCKING, "blocking");
        register(registry, ASYNC, "asynchronous");
    }

    private void register(BeanDefinitionRegistry registry, Map<Class<?>, String> names, String factoryMethod) {
        for (Map.Entry<Class<?>, String> service : names.entrySet()) {
            if (!isDefined(registry, service.getKey())) {
                registry.registerBeanDefinition(service.getValue(), definition(service.getKey(), factoryMethod));
            }
        }
    }

    /** Ignores beans of additional clients, which are not default candidates, as Spring Boot's conditions do. */
    private boolean isDefined(BeanDefinitionRegistry registry, Class<?> type) {
        for (String name : beans.getBeanNamesForType(type, true, false)) {
            if (!registry.containsBeanDefinition(name)
                    || !(registry.getBeanDefinition(name) instanceof AbstractBeanDefinition definition)
                    || definition.isDefaultCandidate()) {
                return true;
            }
        }
        return false;
    }

    private static RootBeanDefinition definition(Class<?> type, String factoryMethod) {
        RootBeanDefinition definition = new RootBeanDefinition(ServiceBeanRegistrar.class);
        definition.setFactoryMethodName(factoryMethod);
        definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(1, type);
        definition.setTargetType(type);
        definition.setLazyInit(true);
        return definition;
    }

    static <S> S blocking(DevPayr client, Class<S> type) {
        return client.port(type);
    }

    static <S> S asynchronous(AsyncDevPayr client, Class<S> type) {
        return client.port(type);
    }
}
