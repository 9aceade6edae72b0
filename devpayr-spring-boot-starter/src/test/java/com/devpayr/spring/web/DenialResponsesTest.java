package com.devpayr.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.devpayr.spring.Contexts;
import com.devpayr.spring.RequiresLicense;
import com.devpayr.spring.method.RequiresLicenseAutoConfiguration;
import com.devpayr.spring.web.reactive.LicenseWebFilterAutoConfiguration;
import com.devpayr.spring.web.servlet.LicenseExceptionAutoConfiguration;
import com.devpayr.testkit.FakeLicense;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.WebApplicationContext;
import reactor.core.publisher.Mono;

/** Responses of MVC and WebFlux to license exceptions. */
class DenialResponsesTest {
    private static final AutoConfigurations REQUIRED =
            AutoConfigurations.of(EnforcementAutoConfiguration.class, RequiresLicenseAutoConfiguration.class);
    private final WebApplicationContextRunner mvc = new WebApplicationContextRunner()
            .withConfiguration(Contexts.autoConfigurations())
            .withConfiguration(REQUIRED)
            .withConfiguration(AutoConfigurations.of(
                    LicenseExceptionAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class))
            .withPropertyValues(Contexts.inMemoryProperties())
            .withBean(Reports.class);
    private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
            .withConfiguration(Contexts.autoConfigurations())
            .withConfiguration(REQUIRED)
            .withConfiguration(AutoConfigurations.of(
                    LicenseWebFilterAutoConfiguration.class,
                    HttpHandlerAutoConfiguration.class,
                    WebFluxAutoConfiguration.class))
            .withPropertyValues(Contexts.inMemoryProperties())
            .withBean(ReactiveReports.class);

    @Test
    void mvcRespondsToLicenseExceptions() {
        mvc.run(context -> {
            assertThat(served(context, "/licensed", "text/html").getContentAsString())
                    .isEqualTo("report");
        });
        mvc.run(context -> {
            context.getBean(FakeLicense.class).revoked();

            MockHttpServletResponse people = served(context, "/licensed", "text/html");
            assertThat(people.getStatus()).isEqualTo(402);
            assertThat(people.getContentType()).startsWith("text/html");
            assertThat(people.getContentAsString()).contains("has been revoked");
            MockHttpServletResponse programs = served(context, "/licensed", "application/json");
            assertThat(programs.getStatus()).isEqualTo(402);
            assertThat(programs.getContentAsString()).contains("\"reason\":\"revoked\"");
            assertThat(served(context, "/free", "text/html").getContentAsString())
                    .isEqualTo("free");
        });
    }

    @Test
    void mvcRespondsIfNoLicenseKeyIsConfigured() {
        mvc.withPropertyValues("devpayr.guard.enabled=false").run(context -> {
            assertThat(served(context, "/licensed", "application/json").getStatus())
                    .isEqualTo(402);
            assertThat(served(context, "/licensed", "application/json").getContentAsString())
                    .contains("\"reason\":\"missing-credential\"");
            assertThat(served(context, "/free", "text/html").getContentAsString())
                    .isEqualTo("free");
        });
    }

    @Test
    void theApplicationsExceptionHandlerTakesPrecedence() {
        mvc.withBean(OwnHandler.class).run(context -> {
            context.getBean(FakeLicense.class).revoked();
            assertThat(served(context, "/licensed", "text/html").getContentAsString())
                    .isEqualTo("a custom response");
        });
    }

    @Test
    void webFluxRespondsToLicenseExceptions() {
        reactive.run(context ->
                assertThat(body(exchange(context, "/licensed", "text/html"))).isEqualTo("report"));
        reactive.run(context -> {
            context.getBean(FakeLicense.class).revoked();

            EntityExchangeResult<String> people = exchange(context, "/licensed", "text/html");
            assertThat(people.getStatus().value()).isEqualTo(402);
            assertThat(body(people)).contains("<h1>").contains("has been revoked");
            EntityExchangeResult<String> programs = exchange(context, "/licensed", "application/json");
            assertThat(programs.getStatus().value()).isEqualTo(402);
            assertThat(body(programs)).contains("\"reason\":\"revoked\"");
            assertThat(body(exchange(context, "/free", "text/html"))).isEqualTo("free");
        });
    }

    private static MockHttpServletResponse served(WebApplicationContext context, String path, String accept)
            throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get(path).header("Accept", accept))
                .andReturn()
                .getResponse();
    }

    private static EntityExchangeResult<String> exchange(ApplicationContext context, String path, String accept) {
        return WebTestClient.bindToApplicationContext(context)
                .build()
                .get()
                .uri(path)
                .header("Accept", accept)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static String body(EntityExchangeResult<String> response) {
        return String.valueOf(response.getResponseBody());
    }

    @RestController
    static class Reports {
        @RequiresLicense
        @GetMapping("/licensed")
        String licensed() {
            return "report";
        }

        @GetMapping("/free")
        String free() {
            return "free";
        }
    }

    @RestController
    static class ReactiveReports {
        @RequiresLicense
        @GetMapping("/licensed")
        Mono<String> licensed() {
            return Mono.just("report");
        }

        @GetMapping("/free")
        Mono<String> free() {
            return Mono.just("free");
        }
    }

    @RestControllerAdvice
    static class OwnHandler {
        @ExceptionHandler(Exception.class)
        String response() {
            return "a custom response";
        }
    }
}
