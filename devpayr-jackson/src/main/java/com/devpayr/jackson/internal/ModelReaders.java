package com.devpayr.jackson.internal;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.Injectable;
import com.devpayr.license.License;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Supplier;

/** The readers of the model, each created when it is needed. */
final class ModelReaders {
    static final Map<Class<?>, Supplier<ObjectReader<?>>> ALL = Map.of(
            Project.class, ProjectReader::new,
            ProjectDomain.class, ProjectDomainReader::new,
            License.class, LicenseReader::new,
            Injectable.class, InjectableReader::new,
            DeliveredInjectable.class, DeliveredInjectableReader::new,
            PaymentStatus.class, PaymentStatusReader::new);

    private ModelReaders() {}

    static ObjectReader<?> of(Type type) {
        Supplier<ObjectReader<?>> reader = type instanceof Class<?> model ? ALL.get(model) : null;
        if (reader == null) {
            throw new IllegalStateException("no reader for " + type);
        }
        return reader.get();
    }
}
