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
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.util.ClassUtils;

/** Runtime hints for native images: proxies of the services, and types that Jackson uses by reflection. */
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

    /** Prefixes of the qualified names of the annotated interfaces that extend the services. */
    private static final List<String> ANNOTATED_PREFIXES =
            List.of("com.devpayr.feign.Feign", "com.devpayr.retrofit.Retrofit");

    private static final String JACKSON = "com.devpayr.jackson.";
    private static final List<String> MIXINS = List.of("OfProject", "OfLicense", "OfInjectable", "OfPaymentStatus");
    private static final List<String> READERS = List.of("LenientMap", "LenientTexts");

    private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        for (Class<?> port : PORTS) {
            registerProxy(hints, port);
            for (Method method : port.getMethods()) {
                binding.registerReflectionHints(hints.reflection(), method.getGenericReturnType());
            }
            ANNOTATED_PREFIXES.forEach(prefix -> registerProxyIfPresent(hints, prefix + port.getSimpleName(), loader));
        }
        MIXINS.forEach(mixin -> hints.reflection()
                .registerTypeIfPresent(
                        loader, JACKSON + "ModelMixins$" + mixin, MemberCategory.INVOKE_DECLARED_METHODS));
        READERS.forEach(reader -> hints.reflection()
                .registerTypeIfPresent(loader, JACKSON + reader, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
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
