package com.devpayr.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseService;
import com.devpayr.spring.DevPayrConfigCustomizer;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.spring.RequiresLicense;
import com.devpayr.spring.inmemory.AutoConfigureDevPayrFake;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/** The listings of {@code docs/spring.md}. */
@SpringBootTest(
        classes = {SpringGuideTest.Application.class, SpringGuideTest.Orders.class, SpringGuideTest.Reports.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@AutoConfigureDevPayrFake
class SpringGuideTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        // <customizer>
        @Bean
        DevPayrConfigCustomizer connectTimeout() {
            return config -> config.connectTimeout(Duration.ofSeconds(20));
        }
        // </customizer>
    }

    // <service>
    @Service
    static class Orders {
        private final LicenseService licenses;
        private final LicenseGuard guard;

        Orders(LicenseService licenses, LicenseGuard guard) {
            this.licenses = licenses;
            this.guard = guard;
        }

        String sell(long project, String customer) {
            guard.requireLicensed();
            return licenses.create(project, LicenseDraft.builder(customer).build())
                    .key()
                    .reveal();
        }
    }
    // </service>

    // <requires>
    @Service
    static class Reports {
        @RequiresLicense
        String yearly() {
            return "report";
        }

        @RequiresLicense
        CompletableFuture<String> yearlyLater() { // does not block
            return CompletableFuture.supplyAsync(this::yearly);
        }
    }
    // </requires>

    private final Orders orders;
    private final FakeProject project;
    private final FakeLicense license;

    @Autowired
    SpringGuideTest(Orders orders, FakeProject project, FakeLicense license) {
        this.orders = orders;
        this.project = project;
        this.license = license;
    }

    // <fake>
    @Test
    void sellThrowsIfTheLicenseIsRevoked(@Autowired LicenseGuard guard) {
        assertThat(orders.sell(project.id(), "Jane")).isNotBlank();

        license.revoked(); // changes the license in the in-memory platform
        guard.refresh().join();

        assertThat(catchThrowable(() -> orders.sell(project.id(), "Joe"))).isInstanceOf(LicenseDeniedException.class);
        license.reactivated();
        guard.refresh().join();
    }
    // </fake>

    @Test
    void annotatedMethodsThrowIfTheLicenseIsRevoked(@Autowired Reports reports, @Autowired LicenseGuard guard) {
        assertThat(reports.yearlyLater().join()).isEqualTo("report");

        license.revoked();
        guard.refresh().join();

        assertThat(catchThrowable(reports::yearly)).isInstanceOf(LicenseDeniedException.class);
        assertThat(catchThrowable(() -> reports.yearlyLater().join())).hasCauseInstanceOf(LicenseDeniedException.class);
        license.reactivated();
        guard.refresh().join();
    }

    @Test
    void customizerIsApplied(@Autowired DevPayrConfig config) {
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void emulatorProvidesConnectionDetails() {
        new ApplicationContextRunner()
                .withUserConfiguration(Emulated.class)
                .withPropertyValues("devpayr.transport=feign", "devpayr.domain=localhost", "devpayr.guard.startup=off")
                .run(context -> assertThat(
                                context.getBean(DevPayr.class).projects().listAll())
                        .isEmpty());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Emulated {
        private final InMemoryDevPayr fake = InMemoryDevPayr.create();

        // <emulator>
        @Bean
        DevPayrEmulator emulator() {
            return DevPayrEmulator.start(fake);
        }

        @Bean
        DevPayrConnectionDetails connection(DevPayrEmulator emulator) {
            String key = fake.createGlobalKey().reveal();
            return new DevPayrConnectionDetails() {
                @Override
                public String baseUrl() {
                    return emulator.baseUrl();
                }

                @Override
                public String apiKey() {
                    return key;
                }
            };
        }
        // </emulator>
    }
}
