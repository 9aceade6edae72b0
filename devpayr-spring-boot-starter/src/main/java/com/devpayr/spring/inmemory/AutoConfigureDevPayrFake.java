package com.devpayr.spring.inmemory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Configures a test to use an in-memory DevPayr, with a paid project and a license for the application. {@code
 * InMemoryDevPayr}, {@code FakeProject} and {@code FakeLicense} are available as beans, to change the state that the
 * application sees. Imports DevPayr's auto-configurations, so that it can be added to a test slice such as {@code @WebMvcTest}.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureDevPayrFake
 * class ShopTest {
 *     @Autowired FakeLicense license;
 * }
 * }</pre>
 *
 * <p>Requires a dependency on {@code devpayr-testkit} with scope test.
 *
 * @see DevPayrTest
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@TestPropertySource(properties = {"devpayr.transport=in-memory", "devpayr.guard.lease.store=memory"})
public @interface AutoConfigureDevPayrFake {}
