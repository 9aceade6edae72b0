package com.devpayr.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.contract.PathSpellings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Enforcement in applications with a web server, whose license is denied. */
class WebServerTest {
    @TestFactory
    Stream<DynamicTest> enforcesEverySpellingInAServletApplication() {
        return enforcesEverySpelling(WebApplicationType.SERVLET);
    }

    @TestFactory
    Stream<DynamicTest> enforcesEverySpellingInAReactiveApplication() {
        return enforcesEverySpelling(WebApplicationType.REACTIVE);
    }

    private static Stream<DynamicTest> enforcesEverySpelling(WebApplicationType type) {
        List<DynamicTest> tests = new ArrayList<>();
        try (ConfigurableApplicationContext application = start(
                type,
                "devpayr.enforcement.include=" + String.join(",", PathSpellings.INCLUDE),
                "devpayr.enforcement.exclude=" + PathSpellings.EXCLUDE)) {
            int port = port(application, "local.server.port");
            PathSpellings.all().forEach(spelling -> {
                int status = PathSpellings.status(port, spelling.path());
                tests.add(DynamicTest.dynamicTest(spelling.path(), () -> assertThat(status)
                        .isIn(spelling.guarded() ? List.of(402, 400) : List.of(200))));
            });
        }
        return tests.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVLET, /actuator, /actuator/health",
        "SERVLET, /manage, /manage/health",
        "SERVLET, /manage/, /manage/health",
        "SERVLET, /, /health",
        "SERVLET, '', /health",
        "REACTIVE, /actuator, /actuator/health",
        "REACTIVE, /manage, /manage/health",
        "REACTIVE, /manage/, /manage/health",
        "REACTIVE, /, /health",
        "REACTIVE, '', /health"
    })
    void excludesTheEndpointsAtAnyBasePath(WebApplicationType type, String basePath, String health) {
        try (ConfigurableApplicationContext application =
                start(type, "management.endpoints.web.base-path=" + basePath)) {
            int port = port(application, "local.server.port");

            assertThat(PathSpellings.status(port, health)).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/secret")).isEqualTo(402);
            assertThat(PathSpellings.status(port, "/")).isEqualTo(402);
            assertThat(PathSpellings.status(port, health + "x")).isEqualTo(402);
            assertThat(PathSpellings.status(port, health + "/../secret")).isEqualTo(402);
            assertThat(PathSpellings.status(port, "/manage/secret")).isEqualTo(402);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void excludesAdditionalPathsOfHealthGroups(WebApplicationType type) {
        try (ConfigurableApplicationContext application = start(
                type,
                "management.endpoint.health.probes.enabled=true",
                "management.endpoint.health.probes.add-additional-paths=true")) {
            int port = port(application, "local.server.port");

            assertThat(PathSpellings.status(port, "/livez")).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/secret")).isEqualTo(402);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void aSeparateManagementPortIsNotSubjectToEnforcement(WebApplicationType type) {
        try (ConfigurableApplicationContext application =
                start(type, "management.server.port=0", "management.endpoints.web.base-path=/")) {
            int port = port(application, "local.server.port");
            int management = port(application, "local.management.port");

            assertThat(PathSpellings.status(management, "/health")).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/health")).isEqualTo(402);
            assertThat(PathSpellings.status(port, "/secret")).isEqualTo(402);
        }
    }

    @ParameterizedTest
    @CsvSource({"SERVLET, server.servlet.context-path", "REACTIVE, spring.webflux.base-path"})
    void pathsAreRelativeToTheContextPath(WebApplicationType type, String property) {
        try (ConfigurableApplicationContext application = start(
                type,
                property + "=/app",
                "devpayr.enforcement.mode=redirect",
                "devpayr.enforcement.redirect=/app/license?from=shop",
                "devpayr.enforcement.exclude=/open")) {
            int port = port(application, "local.server.port");

            assertThat(PathSpellings.status(port, "/app/actuator/health")).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/app/open")).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/app/license?from=shop")).isEqualTo(200);
            assertThat(PathSpellings.status(port, "/app/secret")).isEqualTo(402);
            assertThat(PathSpellings.response(port, "GET", "/app/secret", "Accept: text/html\r\n"))
                    .startsWith("HTTP/1.1 303")
                    .contains("/app/license?from=shop");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVLET, spring.mvc.servlet.path=/, ''",
        "SERVLET, spring.mvc.servlet.path=/api, /api",
        "SERVLET, spring.mvc.servlet.path=/api/, /api",
        "SERVLET, server.servlet.context-path=/shop, /shop",
        "REACTIVE, spring.webflux.base-path=/shop, /shop",
        "REACTIVE, spring.mvc.servlet.path=/api, ''"
    })
    void theWebhookEndpointIsNotSubjectToEnforcement(WebApplicationType type, String property, String prefix) {
        try (ConfigurableApplicationContext application = start(
                type, property, "devpayr.webhooks.path=/hooks/devpayr", "devpayr.webhooks.secret=whsec-acme-42")) {
            int port = port(application, "local.server.port");

            assertThat(PathSpellings.response(port, "POST", prefix + "/hooks/devpayr", "Content-Length: 0\r\n"))
                    .startsWith("HTTP/1.1 401")
                    .contains("webhook delivery");
            assertThat(PathSpellings.status(port, prefix + "/hooks")).isEqualTo(402);
            assertThat(PathSpellings.status(port, prefix + "/hooks/devpayr/secret"))
                    .isEqualTo(402);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = WebApplicationType.class,
            names = {"SERVLET", "REACTIVE"})
    void respondsToAPreflightWithTheStatusAlone(WebApplicationType type) {
        try (ConfigurableApplicationContext application = start(type)) {
            String response = PathSpellings.response(
                    port(application, "local.server.port"),
                    "OPTIONS",
                    "/secret",
                    "Origin: https://a.example\r\nAccess-Control-Request-Method: GET\r\nAccept: text/html\r\n");

            assertThat(response).startsWith("HTTP/1.1 402").doesNotContain("<html", "secret", "Content-Type");
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType type, String... properties) {
        ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "server.port=0",
                        "devpayr.transport=in-memory",
                        "devpayr.guard.lease.store=memory",
                        "devpayr.guard.startup=off",
                        "devpayr.enforcement.mode=page",
                        "management.health.defaults.enabled=false",
                        "management.health.ping.enabled=true")
                .properties(properties)
                .run();
        application.getBean(FakeLicense.class).revoked();
        application.getBean(LicenseGuard.class).refresh().join();
        return application;
    }

    private static int port(ConfigurableApplicationContext application, String property) {
        return application.getEnvironment().getRequiredProperty(property, Integer.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Secrets.class)
    static class Application {}

    @RestController
    static class Secrets {
        @RequestMapping("/**")
        String secret() {
            return "secret";
        }
    }
}
