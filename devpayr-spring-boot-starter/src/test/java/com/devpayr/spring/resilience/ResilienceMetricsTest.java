package com.devpayr.spring.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ServerException;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ResilienceMetricsTest {
    private static final Tags NAME = Tags.of("name", "devpayr");

    private final ApplicationContextRunner application = Contexts.inMemory()
            .withPropertyValues("devpayr.resilience.retry.initial-backoff=1ms")
            .withConfiguration(AutoConfigurations.of(
                    MetricsAutoConfiguration.class,
                    SimpleMetricsExportAutoConfiguration.class,
                    CompositeMeterRegistryAutoConfiguration.class));

    @Test
    void publishesTheMetersOfResilience4jWithoutCode() {
        application
                .withPropertyValues(
                        "devpayr.resilience.rate-limiter.enabled=true",
                        // No refresh must fall between the attempts and the reading.
                        "devpayr.resilience.rate-limiter.limit-refresh-period=1h")
                .run(context -> {
                    long project = context.getBean(FakeProject.class).id();
                    context.getBean(InMemoryDevPayr.class)
                            .stubNext(
                                    Operation.PROJECT_GET, StubResponse.of(503).times(2));
                    context.getBean(DevPayr.class).projects().get(project);

                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    assertThat(value(meters, "resilience4j.retry.calls", "kind", "successful_with_retry"))
                            .isEqualTo(1);
                    assertThat(value(meters, "resilience4j.circuitbreaker.calls", "kind", "failed"))
                            .isEqualTo(2);
                    assertThat(value(meters, "resilience4j.circuitbreaker.state", "state", "closed"))
                            .isEqualTo(1);
                    assertThat(meters.get("resilience4j.bulkhead.max.allowed.concurrent.calls")
                                    .tags(NAME)
                                    .gauge()
                                    .value())
                            .isEqualTo(64);
                    assertThat(meters.get("resilience4j.ratelimiter.available.permissions")
                                    .tags(NAME)
                                    .gauge()
                                    .value())
                            .isEqualTo(47);
                });
    }

    /** The measured value of a gauge or counter, or the count of a timer. */
    private static double value(MeterRegistry meters, String name, String tag, String value) {
        return meters.get(name)
                .tags(NAME)
                .tag(tag, value)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Test
    void publishesOnlyWhatIsEnabled() {
        application
                .withPropertyValues(
                        "devpayr.resilience.circuit-breaker.enabled=false", "devpayr.resilience.bulkhead.enabled=false")
                .run(context -> {
                    context.getBean(DevPayr.class);

                    assertThat(meters(context.getBean(MeterRegistry.class))).containsOnly("resilience4j.retry.calls");
                });
        application.withPropertyValues("devpayr.resilience.enabled=false").run(context -> assertThat(
                        meters(context.getBean(MeterRegistry.class)))
                .isEmpty());
    }

    @Test
    void leavesTheMetersOfTheApplicationsRegistriesToTheApplication() {
        CircuitBreakerRegistry own = CircuitBreakerRegistry.ofDefaults();
        application
                .withBean(ResilienceCustomizer.class, () -> resilience -> resilience.circuitBreakerRegistry(own))
                .run(context -> {
                    context.getBean(InMemoryDevPayr.class)
                            .stubNext(
                                    Operation.PROJECT_GET, StubResponse.of(503).times(9));
                    assertThatExceptionOfType(ServerException.class)
                            .isThrownBy(() ->
                                    context.getBean(DevPayr.class).projects().get(1));

                    assertThat(own.circuitBreaker("devpayr").getMetrics().getNumberOfFailedCalls())
                            .isEqualTo(3);
                    assertThat(meters(context.getBean(MeterRegistry.class)))
                            .contains("resilience4j.retry.calls")
                            .noneMatch(name -> name.startsWith("resilience4j.circuitbreaker"));
                });
    }

    @Test
    void addsNothingWithoutAMeterRegistryOrALibrary() {
        Contexts.inMemory().run(context -> assertThat(context).doesNotHaveBean(ResilienceMeterBinder.class));
        for (String missing : List.of("io.micrometer.core", "io.github.resilience4j.micrometer")) {
            application.withClassLoader(new FilteredClassLoader(missing)).run(context -> assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(DevPayr.class)
                    .doesNotHaveBean(ResilienceMeterBinder.class));
        }
    }

    /** Spring Boot then skips the auto-configuration without loading its class. */
    @Test
    void isSkippedByItsMetadataWithoutMicrometer() throws IOException {
        Properties metadata =
                PropertiesLoaderUtils.loadProperties(new UrlResource(ResilienceMetricsAutoConfiguration.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()
                        + "META-INF/spring-autoconfigure-metadata.properties"));
        String name = ResilienceMetricsAutoConfiguration.class.getName();

        assertThat(metadata.getProperty(name + ".ConditionalOnClass"))
                .contains("com.devpayr.resilience4j.Resilience", MeterRegistry.class.getName());
        assertThat(metadata.getProperty(name + ".ConditionalOnBean")).isEqualTo(MeterRegistry.class.getName());
    }

    private static List<String> meters(MeterRegistry registry) {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith("resilience4j"))
                .toList();
    }
}
