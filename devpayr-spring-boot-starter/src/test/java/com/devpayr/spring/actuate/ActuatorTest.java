package com.devpayr.spring.actuate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.MutableClock;
import com.devpayr.testkit.model.StubResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.jmx.JmxEndpointsSupplier;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ActuatorTest {
    private final ApplicationContextRunner application = Contexts.inMemory()
            .withConfiguration(AutoConfigurations.of(
                    EndpointAutoConfiguration.class,
                    ApplicationAvailabilityAutoConfiguration.class,
                    AvailabilityHealthContributorAutoConfiguration.class,
                    HealthContributorRegistryAutoConfiguration.class,
                    HealthContributorAutoConfiguration.class,
                    HealthEndpointAutoConfiguration.class,
                    AvailabilityProbesAutoConfiguration.class,
                    JmxAutoConfiguration.class,
                    JmxEndpointAutoConfiguration.class))
            .withPropertyValues(
                    "spring.jmx.enabled=true",
                    "management.endpoints.jmx.exposure.include=*",
                    "management.endpoint.health.probes.enabled=true");

    @Test
    void healthReportsTheCachedVerdict() {
        application.run(context -> {
            HealthIndicator health = context.getBean("devpayrHealthIndicator", HealthIndicator.class);
            assertThat(status(health)).isEqualTo(Status.UNKNOWN);
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).isEmpty();

            context.getBean(LicenseGuard.class).check();
            assertThat(status(health)).isEqualTo(Status.UP);
            context.getBean(FakeProject.class).unpaid();
            assertThat(status(health)).isEqualTo(Status.UP);
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(1);

            context.getBean(LicenseGuard.class).refresh().join();
            Health denied = requireNonNull(health.health());
            assertThat(denied.getStatus()).isEqualTo(Status.DOWN);
            assertThat(denied.getDetails()).containsEntry("verdict", "denied").containsEntry("reason", "unpaid");
        });
    }

    @Test
    void healthReportsWhetherAnOutageStopsTheApplication() {
        Map<String, Status> expected = Map.of(
                "grace", Status.OUT_OF_SERVICE, "fail-closed", Status.OUT_OF_SERVICE, "advisory", Status.UNKNOWN);
        expected.forEach((policy, status) -> application
                .withPropertyValues("devpayr.guard.outage-policy=" + policy, "devpayr.resilience.enabled=false")
                .run(context -> {
                    context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, StubResponse.of(503));
                    context.getBean(LicenseGuard.class).refresh().join();

                    assertThat(status(context.getBean("devpayrHealthIndicator", HealthIndicator.class)))
                            .as(policy)
                            .isEqualTo(status);
                }));
    }

    @Test
    void aDenialAffectsHealthButNotLiveness() {
        application.run(context -> {
            HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
            assertThat(groups.getPrimary().isMember("devpayr")).isTrue();
            assertThat(groups.get("liveness")).isNotNull().satisfies(liveness -> assertThat(
                            liveness.isMember("devpayr"))
                    .isFalse());
            assertThat(context).hasSingleBean(HealthEndpoint.class);
        });
    }

    @Test
    void infoContainsTheVerdict() {
        application.run(context -> {
            context.getBean(LicenseGuard.class).check();
            Info.Builder info = new Info.Builder();
            context.getBean(InfoContributor.class).contribute(info);

            assertThat(info.build().getDetails())
                    .containsEntry("devpayr", Map.of("verdict", "allowed", "reason", "fresh"));
        });
    }

    @Test
    void theEndpointReadsTheCachedVerdictAndChecksOnWrite() {
        application.run(context -> {
            MutableClock clock = new MutableClock(Instant.now());
            DevPayrEndpoint endpoint = new DevPayrEndpoint(
                    context.getBean(LicenseGuard.class), context.getBean(DevPayrConfig.class), clock);
            assertThat(endpoint.show().verdict()).isEqualTo("unknown");
            assertThat(endpoint.show().reason()).isEqualTo("not-checked");
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).isEmpty();

            LicenseDescriptor descriptor = endpoint.refresh();
            assertThat(descriptor.verdict()).isEqualTo("allowed");
            assertThat(descriptor.permitted()).isTrue();
            assertThat(descriptor.age()).isNotNull();
            assertThat(descriptor.validUntil()).isAfter(descriptor.confirmedAt());
            assertThat(descriptor.domain()).isEqualTo("localhost");
            assertThat(descriptor.domainSource()).isEqualTo("explicit");

            assertThat(descriptor.nextCheck()).isNull();
            context.getBean(LicenseGuard.class).start();
            assertThat(endpoint.show().nextCheck()).isBetween(descriptor.confirmedAt(), descriptor.validUntil());

            context.getBean(FakeLicense.class).revoked();
            assertThat(endpoint.show().verdict()).isEqualTo("allowed");
            clock.advance(Duration.ofMinutes(1));
            assertThat(endpoint.refresh().reason()).isEqualTo("revoked");
        });
    }

    @Test
    void theEndpointChecksAtMostOncePerMinute() {
        application.run(context -> {
            MutableClock clock = new MutableClock(Instant.now());
            DevPayrEndpoint endpoint = new DevPayrEndpoint(
                    context.getBean(LicenseGuard.class), context.getBean(DevPayrConfig.class), clock);

            for (int i = 0; i < 10; i++) {
                assertThat(endpoint.refresh().verdict()).isEqualTo("allowed");
            }
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(1);
            clock.advance(Duration.ofSeconds(59));
            endpoint.refresh();
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
            endpoint.refresh();
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "UNRESTRICTED, 2", "NONE, 0"})
    void theEndpointIsReadOnlyByDefault(String access, int operations) {
        application
                .withPropertyValues(access.isEmpty() ? "none" : "management.endpoint.devpayr.access=" + access)
                .run(context -> assertThat(context.getBean(JmxEndpointsSupplier.class).getEndpoints().stream()
                                .filter(endpoint ->
                                        endpoint.getEndpointId().toString().equals("devpayr"))
                                .mapToInt(endpoint -> endpoint.getOperations().size())
                                .sum())
                        .isEqualTo(operations));
    }

    @Test
    void aHealthGroupMayLeaveTheLicenseOut() {
        application
                .withPropertyValues(
                        "management.endpoint.health.group.traffic.include=*",
                        "management.endpoint.health.group.traffic.exclude=devpayr")
                .run(context -> {
                    HealthEndpointGroups groups = context.getBean(HealthEndpointGroups.class);
                    assertThat(groups.get("traffic")).isNotNull().satisfies(traffic -> {
                        assertThat(traffic.isMember("devpayr")).isFalse();
                        assertThat(traffic.isMember("db")).isTrue();
                    });
                });
    }

    @Test
    void gaugesReportTheVerdict() {
        application.withBean(SimpleMeterRegistry.class).run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            context.getBeansOfType(MeterBinder.class).values().forEach(binder -> binder.bindTo(registry));
            assertThat(verdicts(registry)).isEqualTo(Map.of("allowed", 0.0, "denied", 0.0, "unknown", 1.0));
            assertThat(permitted(registry)).isZero();

            context.getBean(LicenseGuard.class).check();
            assertThat(verdicts(registry)).isEqualTo(Map.of("allowed", 1.0, "denied", 0.0, "unknown", 0.0));
            assertThat(permitted(registry)).isEqualTo(1);
            assertThat(age(registry)).isNotNegative();

            context.getBean(FakeLicense.class).revoked();
            assertThat(context.getBean(LicenseGuard.class).refresh()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(verdicts(registry)).isEqualTo(Map.of("allowed", 0.0, "denied", 1.0, "unknown", 0.0));
            assertThat(permitted(registry)).isZero();
            assertThat(age(registry)).isNaN();
        });
    }

    @Test
    void theGaugeOfTheAgeCountsFromTheConfirmation() {
        application.run(context -> {
            LicenseGuard guard = context.getBean(LicenseGuard.class);
            MutableClock clock = new MutableClock(Instant.EPOCH);
            MeterRegistry registry = new SimpleMeterRegistry();
            new LicenseMeterBinder(guard, clock).bindTo(registry);
            assertThat(age(registry)).isNaN();

            Verdict.Allowed allowed = (Verdict.Allowed) guard.check();
            clock.set(allowed.confirmedAt().plus(Duration.ofMinutes(90)).plusMillis(250));

            assertThat(age(registry)).isEqualTo(5400.25);
        });
    }

    @Test
    void createsTheGuardWithoutTheActuator() {
        Contexts.inMemory()
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(LicenseGuard.class));
    }

    private static Status status(HealthIndicator health) {
        return requireNonNull(health.health()).getStatus();
    }

    private static Map<String, Double> verdicts(MeterRegistry registry) {
        return registry.get("devpayr.license.verdict").gauges().stream()
                .collect(Collectors.toMap(gauge -> String.valueOf(gauge.getId().getTag("verdict")), Gauge::value));
    }

    private static double permitted(MeterRegistry registry) {
        return registry.get("devpayr.license.permitted").gauge().value();
    }

    /** Returns the age in seconds. */
    private static double age(MeterRegistry registry) {
        return registry.get("devpayr.license.confirmation.age").timeGauge().value(TimeUnit.SECONDS);
    }
}
