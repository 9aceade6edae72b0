package com.devpayr.spring.aot;

import com.devpayr.domain.AsyncDomainService;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.AsyncInjectableService;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.AsyncLicenseService;
import com.devpayr.license.License;
import com.devpayr.license.LicenseService;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.AsyncRuntimeService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.status.AsyncStatusService;
import com.devpayr.status.StatusService;
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
            AsyncRuntimeService.class,
            StatusService.class,
            AsyncStatusService.class);

    private static final List<Class<?>> RESOURCES = List.of(
            Project.class,
            ProjectDomain.class,
            License.class,
            Injectable.class,
            DeliveredInjectable.class,
            PaymentStatus.class);

    private static final String JACKSON = "com.devpayr.jackson.internal.";
    private static final List<String> DESERIALIZERS = List.of("LenientMap", "LenientStringList");

    private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        for (Class<?> port : PORTS) {
            registerProxy(hints, port);
            for (Method method : port.getMethods()) {
                binding.registerReflectionHints(hints.reflection(), method.getGenericReturnType());
            }
            String name = port.getSimpleName();
            registerProxyIfPresent(hints, "com.devpayr.feign.Feign" + name, loader);
            registerProxyIfPresent(hints, "com.devpayr.retrofit." + name.replace("Service", "Api"), loader);
        }
        RESOURCES.forEach(resource -> registerResource(hints, resource, loader));
        DESERIALIZERS.forEach(deserializer -> hints.reflection()
                .registerTypeIfPresent(loader, JACKSON + deserializer, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
    }

    /** Registers a resource's builder, which Jackson calls, and the mix-ins of both. */
    private static void registerResource(RuntimeHints hints, Class<?> resource, @Nullable ClassLoader loader) {
        hints.reflection()
                .registerTypeIfPresent(
                        loader,
                        resource.getName() + "$Builder",
                        MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                        MemberCategory.INVOKE_DECLARED_METHODS);
        for (String mixin : List.of("Of" + resource.getSimpleName(), "Of" + resource.getSimpleName() + "Builder")) {
            hints.reflection()
                    .registerTypeIfPresent(
                            loader, JACKSON + "ModelMixins$" + mixin, MemberCategory.INVOKE_DECLARED_METHODS);
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
