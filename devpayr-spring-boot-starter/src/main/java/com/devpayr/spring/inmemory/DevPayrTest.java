package com.devpayr.spring.inmemory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test slice for DevPayr: configures an in-memory DevPayr as {@link AutoConfigureDevPayrFake} does, and disables all other
 * auto-configuration. Of the application's components only DevPayr's customizers, decorators and guard listeners are scanned;
 * import those under test:
 *
 * <pre>{@code
 * @DevPayrTest
 * @Import(Orders.class)
 * class OrdersTest {
 *     @Autowired Orders orders;
 *     @Autowired FakeProject project;
 * }
 * }</pre>
 *
 * <p>Requires dependencies on {@code devpayr-testkit} and {@code spring-boot-starter-test} with scope test.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@BootstrapWith(DevPayrTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(DevPayrTypeExcludeFilter.class)
@AutoConfigureDevPayrFake
@ImportAutoConfiguration
public @interface DevPayrTest {
    /** Returns properties in the form {@code key=value} to add to the environment. */
    String[] properties() default {};

    /** Returns whether to scan DevPayr's customizers, decorators and guard listeners. Default: true. */
    boolean useDefaultFilters() default true;

    /** Returns filters for further components to scan. */
    Filter[] includeFilters() default {};

    /** Returns filters for components not to scan. */
    Filter[] excludeFilters() default {};

    /** Returns the auto-configurations to exclude. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
