package com.devpayr.spring.inmemory;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A test's application talks to a DevPayr in its own process: a paid project, and a license that the application holds.
 * {@code InMemoryDevPayr}, {@code FakeProject} and {@code FakeLicense} are beans; what a test changes through
 * them, the application sees.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureDevPayrFake
 * class ShopTest {
 *     @Autowired FakeLicense license;
 * }
 * }</pre>
 *
 * <p>Needs {@code devpayr-testkit} among the dependencies of scope test.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = {"devpayr.transport=in-memory", "devpayr.guard.lease.store=memory"})
public @interface AutoConfigureDevPayrFake {}
