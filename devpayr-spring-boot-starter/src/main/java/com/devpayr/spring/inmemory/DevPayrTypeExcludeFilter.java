package com.devpayr.spring.inmemory;

import com.devpayr.guard.GuardListener;
import com.devpayr.spring.DevPayrConfigCustomizer;
import com.devpayr.spring.DevPayrDecorator;
import com.devpayr.spring.guard.LicenseGuardCustomizer;
import com.devpayr.spring.resilience.ResilienceCustomizer;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Type exclude filter for {@link DevPayrTest}. */
final class DevPayrTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DevPayrTest> {
    DevPayrTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        return Set.of(
                DevPayrConfigCustomizer.class,
                DevPayrDecorator.class,
                GuardListener.class,
                LicenseGuardCustomizer.class,
                ResilienceCustomizer.class);
    }
}
