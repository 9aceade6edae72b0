package com.devpayr.spring.aot;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/** Runtime hints for native images: proxies of the services. */
final class DevPayrRuntimeHints implements RuntimeHintsRegistrar {
    private static final List<Class<?>> PORTS = List.of(
            ProjectService.class,
            AsyncProjectService.class,
            DomainService.class,
            AsyncDomainService.class,
            LicenseService.class,
            AsyncLicenseService.class,
            InjectableService.class,
            AsyncInjectableService.class,
            PaymentService.class,
            AsyncPaymentService.class,
            RuntimeService.class,
            AsyncRuntimeService.class);

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        for (Class<?> port : PORTS) {
            registerProxy(hints, port);
            String name = port.getSimpleName();
            registerProxyIfPresent(hints, "com.devpayr.feign.Feign" + name, loader);
            registerProxyIfPresent(hints, "com.devpayr.retrofit." + name.replace("Service", "Api"), loader);
        }
    }

    private static void registerProxyIfPresent(RuntimeHints hints, String name, @Nullable ClassLoader loader) {
        if (ClassUtils.isPresent(name, loader)) {
            registerProxy(hints, TypeReference.of(name));
        }
    }

    private static void registerProxy(RuntimeHints hints, Class<?> type) {
        registerProxy(hints, TypeReference.of(type));
    }

    private static void registerProxy(RuntimeHints hints, TypeReference type) {
        hints.proxies().registerJdkProxy(type);
        hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS);
    }
}
