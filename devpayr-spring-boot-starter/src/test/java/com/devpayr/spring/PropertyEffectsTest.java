package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.spring.actuate.EndpointEffects;
import com.devpayr.spring.guard.GuardEffects;
import com.devpayr.spring.injectable.InjectableEffects;
import com.devpayr.spring.resilience.ResilienceEffects;
import com.devpayr.spring.web.EnforcementAutoConfiguration;
import com.devpayr.spring.web.EnforcementEffects;
import com.devpayr.spring.web.servlet.LicenseFilterAutoConfiguration;
import com.devpayr.spring.webhook.WebhookAutoConfiguration;
import com.devpayr.spring.webhook.WebhookEffects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;

/**
 * Tests the effect of every documented property, from one table. An application with the value must behave as expected, and
 * an application without it must not. A property without a row fails the test.
 */
@Timeout(60)
class PropertyEffectsTest {
    @TempDir
    static Path folder = Path.of("set by JUnit");

    private static @Nullable TlsServer tls;

    @BeforeAll
    static void startServer() throws Exception {
        tls = TlsServer.start(folder);
    }

    @AfterAll
    static void stopServer() {
        if (tls != null) {
            tls.close();
        }
    }

    static List<PropertyEffect> effects() throws IOException {
        List<PropertyEffect> effects = new ArrayList<>(ClientEffects.all(folder, tls));
        effects.addAll(GuardEffects.all(folder));
        effects.addAll(EnforcementEffects.all(folder));
        effects.addAll(ResilienceEffects.all());
        effects.addAll(InjectableEffects.all(Files.createDirectories(folder.resolve("injectables"))));
        effects.addAll(EndpointEffects.all());
        effects.addAll(WebhookEffects.all());
        return effects;
    }

    @ParameterizedTest
    @MethodSource("effects")
    void propertyHasItsEffect(PropertyEffect effect) {
        assertThat(observe(effect, effect.property() + "=" + effect.value())).isEqualTo(effect.expected());

        assertThat(observationOrFailure(effect)).as("without the property").isNotEqualTo(effect.expected());
    }

    @Test
    void everyDocumentedPropertyHasAnEffect() throws IOException {
        List<String> documented = MetadataTest.read()
                .get("properties")
                .valueStream()
                .map(property -> property.get("name").asString())
                .toList();

        assertThat(effects())
                .extracting(PropertyEffect::property)
                .containsAll(documented)
                .doesNotHaveDuplicates()
                .filteredOn(name -> name.startsWith("devpayr."))
                .isSubsetOf(documented);
    }

    private static Object observationOrFailure(PropertyEffect effect) {
        try {
            return observe(effect);
        } catch (Exception | AssertionError failure) {
            return failure;
        }
    }

    private static Object observe(PropertyEffect effect, String... property) {
        List<Object> observed = new ArrayList<>();
        new WebApplicationContextRunner()
                .withConfiguration(Contexts.autoConfigurations())
                .withConfiguration(AutoConfigurations.of(
                        EnforcementAutoConfiguration.class,
                        LicenseFilterAutoConfiguration.class,
                        WebhookAutoConfiguration.class,
                        EndpointAutoConfiguration.class,
                        JmxEndpointAutoConfiguration.class))
                .withBean(CacheManager.class, ConcurrentMapCacheManager::new)
                .withBean(MBeanServer.class, MBeanServerFactory::newMBeanServer)
                .withUserConfiguration(ResilienceEffects.Registries.class)
                .withPropertyValues("XDG_STATE_HOME=" + folder.resolve("state"))
                .withPropertyValues(Stream.of(Contexts.inMemoryProperties())
                        .filter(line -> !line.startsWith(effect.property() + "="))
                        .toArray(String[]::new))
                .withPropertyValues(effect.others().toArray(String[]::new))
                .withPropertyValues(property)
                .run(application -> observed.add(effect.observation().of(application)));
        return observed.get(0);
    }
}
