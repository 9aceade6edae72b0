package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectService;
import com.devpayr.retrofit.RetrofitDevPayr;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/** Applications with several clients, such as one for each project. */
class SeveralClientsTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeProject shop = platform.project("Shop").paid();
    private final FakeProject partner = platform.project("Partner");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final String partnerKey = partner.createApiKey().reveal();
    private final ApplicationContextRunner application = Contexts.bare()
            .withPropertyValues(
                    "devpayr.transport=retrofit",
                    "devpayr.base-url=" + emulator.baseUrl(),
                    "devpayr.api-key=" + shop.createApiKey().reveal(),
                    "devpayr.license-key="
                            + shop.license("This application").key().reveal(),
                    "devpayr.domain=shop.example.com",
                    "devpayr.guard.startup=off",
                    "devpayr.guard.lease.store=memory",
                    "devpayr.resilience.retry.initial-backoff=1ms",
                    "partner.api-key=" + partnerKey);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Additional {
        // <additional>
        @Bean(defaultCandidate = false)
        @Qualifier("partner")
        DevPayr partner(
                DevPayrConfig main,
                @Value("${partner.api-key}") String apiKey,
                ObjectProvider<DevPayrDecorator> decorators) {
            DevPayr devpayr = RetrofitDevPayr.create(DevPayrConfig.builder()
                    .baseUrl(main.baseUrl().toString())
                    .apiKey(apiKey)
                    .domain("shop.example.com")
                    .build());
            for (DevPayrDecorator decorator : decorators.orderedStream().toList()) { // observations, resilience
                devpayr = decorator.decorate(devpayr);
            }
            return devpayr;
        }
        // </additional>

        @Bean(defaultCandidate = false)
        @Qualifier("partner")
        ProjectService partnerProjects(@Qualifier("partner") DevPayr partner) {
            return partner.projects();
        }

        @Bean
        Sync sync(ProjectService projects, @Qualifier("partner") DevPayr partner) {
            return new Sync(projects, partner);
        }
    }

    /** A component that uses both clients. */
    record Sync(ProjectService projects, DevPayr partner) {}

    @Test
    void anAdditionalClientLeavesTheAutoConfiguredOneInPlace() {
        application.withUserConfiguration(Additional.class).run(context -> {
            Sync sync = context.getBean(Sync.class);

            assertThat(sync.projects().listAll()).extracting(Project::id).containsExactly(shop.id());
            assertThat(sync.partner().projects().listAll())
                    .extracting(Project::id)
                    .containsExactly(partner.id());
            assertThat(context.getBean(DevPayr.class)).isNotSameAs(sync.partner());
            assertThat(context.getBean(AsyncDevPayr.class).projects().get(shop.id()))
                    .succeedsWithin(Duration.ofSeconds(10));
            assertThat(context.getBean(LicenseGuard.class).check()).isInstanceOf(Verdict.Allowed.class);
        });
    }

    @Test
    void anAdditionalClientCanBeDecoratedLikeTheAutoConfiguredOne() {
        application.withUserConfiguration(Additional.class).run(context -> {
            platform.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));

            assertThat(context.getBean(Sync.class)
                            .partner()
                            .projects()
                            .get(partner.id())
                            .name())
                    .isEqualTo("Partner");
        });
    }

    @Test
    void closingTheApplicationClosesAnAdditionalClient() {
        DevPayr[] seen = new DevPayr[1];

        application
                .withUserConfiguration(Additional.class)
                .run(context -> seen[0] = context.getBean(Sync.class).partner());

        assertThatIllegalStateException()
                .isThrownBy(() -> seen[0].projects().get(partner.id()))
                .withMessageContaining("closed");
    }

    @Test
    void endpointsShowNoCredentialOfAnAdditionalClient() {
        application
                .withUserConfiguration(Additional.class)
                .withConfiguration(AutoConfigurations.of(
                        EndpointAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class))
                .withPropertyValues(
                        "spring.jmx.enabled=true",
                        "management.endpoints.jmx.exposure.include=*",
                        "management.endpoint.env.show-values=always")
                .run(context -> assertThat(JsonMapper.shared()
                                .writeValueAsString(context.getBean(EnvironmentEndpoint.class)
                                        .environment(null)))
                        .contains("partner.api-key")
                        .doesNotContain(partnerKey));
    }

    @Configuration(proxyBeanMethods = false)
    static class WithOptions {
        @Bean(defaultCandidate = false)
        DevPayr tenant(DevPayr main) {
            return main.withOptions(
                    CallOptions.builder().apiKey("key-of-a-tenant").build());
        }

        @Bean(defaultCandidate = false)
        AsyncDevPayr asyncTenant(AsyncDevPayr main) {
            return main.withOptions(
                    CallOptions.builder().licenseKey("license-of-a-tenant").build());
        }
    }

    @Test
    void endpointsShowNoCredentialOfTheOptionsOfAClient() {
        application
                .withUserConfiguration(WithOptions.class)
                .withConfiguration(AutoConfigurations.of(
                        EndpointAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class))
                .withPropertyValues(
                        "tenant.key=key-of-a-tenant",
                        "tenant.license=license-of-a-tenant",
                        "spring.jmx.enabled=true",
                        "management.endpoints.jmx.exposure.include=*",
                        "management.endpoint.env.show-values=always")
                .run(context -> assertThat(JsonMapper.shared()
                                .writeValueAsString(context.getBean(EnvironmentEndpoint.class)
                                        .environment(null)))
                        .contains("tenant.key", "tenant.license")
                        .doesNotContain("of-a-tenant"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        DevPayr first() {
            return client("first");
        }

        @Bean
        DevPayr second() {
            return client("second");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnWithPrimary {
        @Bean
        @Primary
        DevPayr first() {
            return client("first");
        }

        @Bean
        DevPayr second() {
            return client("second");
        }
    }

    private static DevPayr client(String apiKey) {
        return RetrofitDevPayr.create(DevPayrConfig.builder()
                .apiKey(apiKey)
                .domain(apiKey + ".example.com")
                .build());
    }

    @Test
    void twoClientsOfTheApplicationNeedNoPrimaryOne() {
        Contexts.bare().withUserConfiguration(Own.class).run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(AsyncDevPayr.class);
            assertThatExceptionOfType(UnsatisfiedDependencyException.class)
                    .isThrownBy(
                            () -> context.getBeanProvider(ProjectService.class).getObject())
                    .withMessageContaining("first,second");
        });
    }

    @Test
    void thePrimaryClientIsAdaptedAndProvidesTheServices() {
        Contexts.bare().withUserConfiguration(OwnWithPrimary.class).run(context -> {
            DevPayr first = context.getBean("first", DevPayr.class);

            assertThat(context.getBean(AsyncDevPayr.class).config()).isSameAs(first.config());
            assertThat(context).hasSingleBean(ProjectService.class).doesNotHaveBean(DevPayrClients.class);
        });
    }
}
