package com.devpayr.spring.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.LicenseService;
import com.devpayr.spring.DevPayrProperties;
import com.devpayr.spring.RequiresLicense;
import com.devpayr.spring.actuate.DevPayrEndpoint;
import com.devpayr.spring.guard.GuardProperties;
import com.devpayr.testkit.FakeLicense;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

/** Ahead-of-time processing of an application, and its start from the generated code. */
class AotTest {
    private static final TestPropertyValues PROPERTIES = TestPropertyValues.of(
            "devpayr.transport=in-memory",
            "devpayr.guard.startup=off",
            "devpayr.guard.lease.store=memory",
            "management.endpoints.web.exposure.include=devpayr");

    @Test
    @CompileWithForkedClassLoader
    void generatedApplicationEnforcesTheLicense() {
        TestGenerationContext generation = new TestGenerationContext();
        ClassName initializer = process(generation);

        TestCompiler.forSystem().with(generation).compile(compiled -> {
            try (GenericApplicationContext application = new GenericApplicationContext()) {
                PROPERTIES.applyTo(application);
                start(
                        application,
                        compiled.getInstance(ApplicationContextInitializer.class, initializer.canonicalName()));

                assertThat(application.getBean(DevPayr.class).projects().listAll())
                        .hasSize(1);
                assertThat(application.getBean(Reports.class).report()).isEqualTo("report");
                application.getBean(FakeLicense.class).revoked();
                application.getBean(LicenseGuard.class).refresh().join();
                assertThatExceptionOfType(LicenseDeniedException.class)
                        .isThrownBy(() -> application.getBean(Reports.class).report());
            }
        });
    }

    @Test
    void registersHintsForPropertiesEndpointAndProxies() throws NoSuchMethodException {
        TestGenerationContext generation = new TestGenerationContext();
        process(generation);
        RuntimeHints hints = generation.getRuntimeHints();

        assertThat(RuntimeHintsPredicates.reflection()
                        .onConstructorInvocation(DevPayrProperties.class.getDeclaredConstructors()[0]))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection()
                        .onConstructorInvocation(GuardProperties.Lease.class.getDeclaredConstructors()[0]))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(DevPayrEndpoint.class.getMethod("show")))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(LicenseService.class))
                .accepts(hints);
    }

    private static ClassName process(TestGenerationContext generation) {
        try (AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext()) {
            PROPERTIES.applyTo(application);
            application.register(Application.class);
            ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(application, generation);
            generation.writeGeneratedContent();
            return initializer;
        }
    }

    @SuppressWarnings("unchecked")
    private static void start(GenericApplicationContext application, ApplicationContextInitializer<?> initializer) {
        ((ApplicationContextInitializer<GenericApplicationContext>) initializer).initialize(application);
        application.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Reports reports() {
            return new Reports();
        }
    }

    static class Reports {
        @RequiresLicense
        public String report() {
            return "report";
        }
    }
}
