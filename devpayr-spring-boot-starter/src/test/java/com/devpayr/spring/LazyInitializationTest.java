package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.contract.PathSpellings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks at startup and the enforcement of an application with {@code spring.main.lazy-initialization}. */
class LazyInitializationTest {
    private static final String BACKEND = "devpayr.transport=feign;devpayr.api-key=a-key;";
    private static final String LICENSED = "devpayr.transport=feign;devpayr.license-key=a-license;"
            + "devpayr.guard.lease.store=memory;devpayr.guard.startup=off;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devpayr.transport=feign | devpayr.api-key and devpayr.license-key are both missing",
                BACKEND + "devpayr.transport=unknown | devpayr.transport is 'unknown'",
                BACKEND + "devpayr.base-url=http://shop.example.com | is plain http",
                BACKEND + "devpayr.secret-file=/missing/file | /missing/file",
                BACKEND + "devpayr.proxy.port=8080 | devpayr.proxy.host is missing",
                BACKEND + "devpayr.ssl.bundle=unknown | unknown",
                BACKEND + "devpayr.resilience.retry.max-attempts=0 | maxAttempts must be",
                BACKEND + "devpayr.injectables.root=/missing/directory | which is not a directory",
                BACKEND + "devpayr.injectables.root=.;devpayr.injectables.limits.size=3GB | it must be less than 2GB",
                LICENSED + "devpayr.guard.startup=fail;devpayr.require-domain=true | domain is not set",
                LICENSED + "devpayr.guard.check-interval=1ms | checkInterval is PT0.001S",
                LICENSED
                        + "devpayr.guard.lease.store=file;devpayr.guard.lease.cache=licenses | there is no unique CacheManager"
            })
    void aCheckOfTheClientOrGuardFailsTheStart(String properties, String message) {
        assertThat(failure(WebApplicationType.NONE, properties)).hasStackTraceContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devpayr.enforcement.mode=page | devpayr.enforcement.mode is 'page', but no license key is configured",
                "devpayr.enforcement.mode=redirect;devpayr.enforcement.redirect=/buy | is 'redirect', but no license key",
                "devpayr.enforcement.page=file:/missing/page | devpayr.enforcement.page refers to",
                "devpayr.webhooks.path=/hooks | devpayr.webhooks.secret is not set",
                "devpayr.webhooks.path=/hooks/**;devpayr.webhooks.secret=whsec-acme-42 | must not contain *"
            })
    void aCheckOfAWebApplicationFailsTheStart(String properties, String message) {
        for (WebApplicationType type :
                new WebApplicationType[] {WebApplicationType.SERVLET, WebApplicationType.REACTIVE}) {
            assertThat(failure(type, BACKEND + properties)).as(type.name()).hasStackTraceContaining(message);
        }
    }

    @Test
    void startupFailFailsTheStart() {
        assertThat(failure(
                        WebApplicationType.NONE,
                        "devpayr.transport=in-memory;devpayr.guard.startup=fail",
                        Denied.class))
                .hasStackTraceContaining(LicenseDeniedException.class.getName() + ": The license has been revoked.");
    }

    @Test
    void anAnnotationWithoutEffectFailsTheStart() {
        assertThat(failure(WebApplicationType.NONE, BACKEND, FinalReports.class))
                .isInstanceOf(UnsupportedRequiresLicenseException.class)
                .hasMessageContaining("which is final");
    }

    /** The client reports libraries of the wrong version when it is created. */
    @Test
    void theClientIsCreatedAndLogged() {
        try (ConfigurableApplicationContext application = start(WebApplicationType.NONE, BACKEND)) {
            assertThat(application.getBeanFactory().containsSingleton("devPayrClients"))
                    .isTrue();
            assertThat(application.getBeanFactory().containsSingleton("devPayrStartupLog"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void aDeniedLicenseIsEnforced(WebApplicationType type) {
        String properties = "devpayr.transport=in-memory;devpayr.enforcement.exclude=/report";
        try (ConfigurableApplicationContext application =
                start(type, properties + ";devpayr.enforcement.mode=page", Denied.class, Pages.class)) {
            int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

            assertThat(PathSpellings.status(port, "/shop")).isEqualTo(402);
            assertThat(PathSpellings.status(port, "/report")).isEqualTo(402); // translated from an exception
        }
    }

    @Test
    void theGuardIsStarted() {
        try (ConfigurableApplicationContext application =
                start(WebApplicationType.NONE, "devpayr.transport=in-memory", Listener.class)) {
            assertThat(application.getBean(Listener.class).changed).succeedsWithin(Duration.ofSeconds(30));
            assertThat(application.getBean(LicenseGuard.class).nextCheck()).isNotNull();
        }
    }

    private static @Nullable Throwable failure(WebApplicationType type, String properties, Class<?>... sources) {
        return catchThrowable(() -> start(type, properties, sources).close());
    }

    private static ConfigurableApplicationContext start(
            WebApplicationType type, String properties, Class<?>... sources) {
        return new SpringApplicationBuilder(Stream.concat(Stream.of(Application.class), Stream.of(sources))
                        .toArray(Class<?>[]::new))
                .web(type)
                .lazyInitialization(true)
                .bannerMode(Banner.Mode.OFF)
                .properties("server.port=0", "devpayr.guard.lease.store=memory")
                .properties(properties.split(";", -1))
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    static class Denied {
        @Bean
        FakeLicense license(InMemoryDevPayr fake) {
            return fake.project("Acme").paid().license("Revoked").revoked();
        }
    }

    static class FinalReports {
        @RequiresLicense
        public final String report() {
            return "report";
        }
    }

    @RestController
    static class Pages {
        @GetMapping("/shop")
        String shop() {
            return "the shop";
        }

        @RequiresLicense
        @GetMapping("/report")
        public String report() {
            return "the report";
        }
    }

    static class Listener implements GuardListener {
        final CompletableFuture<Verdict> changed = new CompletableFuture<>();

        @Override
        public void verdictChanged(Verdict before, Verdict after) {
            changed.complete(after);
        }
    }
}
