package com.devpayr.retrofit;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableService;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectService;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.secret.Secret;
import com.devpayr.status.StatusService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Sample calls of each operation. Injectables are created and updated with a file. */
final class SampleCalls {
    private static final List<Class<?>> PORTS = List.of(
            ProjectService.class,
            DomainService.class,
            LicenseService.class,
            InjectableService.class,
            PaymentService.class,
            RuntimeService.class,
            StatusService.class);

    private static final Secret SECRET = Secret.of("correct horse battery");
    private static final Upload FILE = Upload.of("a.bin", new byte[20_000]);

    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(long.class, 7L),
            Map.entry(PageRequest.class, PageRequest.first()),
            Map.entry(PaymentQuery.class, PaymentQuery.ofProject()),
            Map.entry(ProjectDraft.class, ProjectDraft.builder("Acme").build()),
            Map.entry(ProjectUpdate.class, ProjectUpdate.builder().hasPaid(true).build()),
            Map.entry(
                    DomainDraft.class,
                    DomainDraft.builder("a.example.com", DomainEnvironment.PRODUCTION)
                            .build()),
            Map.entry(DomainUpdate.class, DomainUpdate.builder().isActive(true).build()),
            Map.entry(LicenseDraft.class, LicenseDraft.builder("Pro").build()),
            Map.entry(LicenseUpdate.class, LicenseUpdate.builder().title("Max").build()),
            Map.entry(
                    InjectableDraft.class,
                    InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                            .targetPath("a.bin")
                            .file(FILE)
                            .build()),
            Map.entry(
                    InjectableUpdate.class,
                    InjectableUpdate.builder().file(FILE, SECRET).build()));

    private SampleCalls() {}

    /** Calls an operation. */
    static void call(Operation operation, DevPayr devpayr) throws Throwable {
        Class<?> port = PORTS.stream()
                .filter(type -> Arrays.stream(type.getMethods()).anyMatch(method -> Operation.of(method) == operation))
                .findFirst()
                .orElseThrow();
        Method method = Arrays.stream(port.getMethods())
                .filter(candidate -> Operation.of(candidate) == operation)
                .findFirst()
                .orElseThrow();
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
        try {
            method.invoke(devpayr.port(port), arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
