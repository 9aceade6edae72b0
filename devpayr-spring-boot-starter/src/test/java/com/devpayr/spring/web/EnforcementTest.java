package com.devpayr.spring.web;

import static com.devpayr.spring.web.EnforcementContexts.BROWSER;
import static com.devpayr.spring.web.EnforcementContexts.EXEMPT;
import static com.devpayr.spring.web.EnforcementContexts.PAGE;
import static com.devpayr.spring.web.EnforcementContexts.UNENDING;
import static com.devpayr.spring.web.EnforcementContexts.firstVerdict;
import static com.devpayr.spring.web.ServletRequests.get;
import static com.devpayr.spring.web.ServletRequests.serve;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.HeldResponse;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import jakarta.servlet.http.MappingMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tests the enforcement in servlet applications. */
class EnforcementTest {
    private final WebApplicationContextRunner servlets = EnforcementContexts.servlets();

    @Test
    void letsRequestsOfALicensedServletApplicationThrough() {
        servlets.withPropertyValues(PAGE).run(context -> {
            assertThat(get(context, "/shop", BROWSER).getStatus()).isEqualTo(200);
            assertThat(get(context, "/shop", BROWSER).getContentAsString()).isEqualTo("the shop");
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(1);
        });
    }

    @Test
    void anApplicationWhoseLeaseHasLapsedAnswersItsFirstRequestAsDevPayrDecides() {
        LeaseStore store = LeaseStore.memory();
        servlets.withPropertyValues(PAGE)
                .withBean("leases", LeaseStore.class, () -> store)
                .run(context -> {
                    saveLeaseOfLastMonth(context.getBean(AsyncDevPayr.class), store);
                    context.getBean(LicenseGuard.class).start();

                    assertThat(get(context, "/shop", BROWSER).getStatus()).isEqualTo(200);
                });
    }

    private static void saveLeaseOfLastMonth(AsyncDevPayr devpayr, LeaseStore store) {
        try (LicenseGuard guard = LicenseGuard.builder(devpayr)
                .application("application")
                .leaseStore(store)
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(-30)))
                .build()) {
            guard.refresh().join();
        }
    }

    @Test
    void sendsBrowsersAPageAndApiClientsAProblemFromAServletApplication() {
        servlets.withPropertyValues(PAGE).run(context -> {
            context.getBean(FakeLicense.class).revoked();

            MockHttpServletResponse people = get(context, "/shop", BROWSER);
            assertThat(people.getStatus()).isEqualTo(402);
            assertThat(people.getContentType()).startsWith("text/html");
            assertThat(people.getContentAsString()).contains("has been revoked").doesNotContain("the shop");
            MockHttpServletResponse programs = get(context, "/shop", "application/json");
            assertThat(programs.getStatus()).isEqualTo(402);
            assertThat(programs.getContentType()).isEqualTo("application/problem+json");
        });
    }

    @Test
    void excludesTheActuatorAndStaticResourcesByDefault() {
        servlets.withPropertyValues(PAGE, "management.endpoints.web.base-path=/manage")
                .run(context -> {
                    context.getBean(FakeLicense.class).revoked();

                    assertThat(get(context, "/manage/health", BROWSER).getStatus())
                            .isEqualTo(200);
                    assertThat(get(context, "/css/site.css", BROWSER).getStatus())
                            .isEqualTo(200);
                    assertThat(get(context, "/actuator/health", BROWSER).getStatus())
                            .isEqualTo(402);
                });
        servlets.withPropertyValues(PAGE, "devpayr.enforcement.exclude-defaults=false")
                .run(context -> {
                    context.getBean(FakeLicense.class).revoked();
                    assertThat(get(context, "/css/site.css", BROWSER).getStatus())
                            .isEqualTo(402);
                });
    }

    @Test
    void appliesTheTemplateAndPathPatterns(@TempDir Path folder) throws Exception {
        Path template = Files.writeString(folder.resolve("page.html"), "<h1>Acme</h1>{{message}}");
        servlets.withPropertyValues(
                        PAGE,
                        "devpayr.enforcement.page=file:" + template,
                        "devpayr.enforcement.status=403",
                        "devpayr.enforcement.include=/shop/**",
                        "devpayr.enforcement.exclude=/shop/help")
                .run(context -> {
                    context.getBean(FakeLicense.class).revoked();

                    assertThat(get(context, "/shop/cart", BROWSER).getStatus()).isEqualTo(403);
                    assertThat(get(context, "/shop/cart", BROWSER).getContentAsString())
                            .startsWith("<h1>Acme</h1>");
                    assertThat(get(context, "/shop/help", BROWSER).getStatus()).isEqualTo(200);
                    assertThat(get(context, "/", BROWSER).getStatus()).isEqualTo(200);
                });
    }

    @Test
    void onlyLogsByDefault() {
        servlets.run(context -> {
            context.getBean(FakeLicense.class).revoked();
            LicenseGuard guard = context.getBean(LicenseGuard.class);
            guard.refresh().join();

            assertThat(guard.current()).isInstanceOf(Verdict.Denied.class);
            assertThat(get(context, "/shop", BROWSER).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void waitsForTheFirstCheckUpToMaxWait() {
        HeldResponse held = new HeldResponse();
        servlets.withPropertyValues(PAGE, "devpayr.enforcement.max-wait=1ms").run(context -> {
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());

            assertThat(CompletableFuture.supplyAsync(() -> status(context, "/shop")))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(503);

            held.release();
            context.getBean(LicenseGuard.class).refresh().join();
            assertThat(get(context, "/shop", BROWSER).getStatus()).isEqualTo(200);
        });
    }

    @Test
    void excludedPathsDoNotWaitForTheFirstCheck() {
        HeldResponse held = new HeldResponse();
        servlets.withPropertyValues(PAGE, UNENDING, "devpayr.enforcement.exclude=/help")
                .run(context -> {
                    CompletableFuture<Verdict> first = firstVerdict(context, held);

                    for (String exempt : EXEMPT) {
                        assertThat(CompletableFuture.supplyAsync(() -> status(context, exempt)))
                                .as(exempt)
                                .succeedsWithin(Duration.ofSeconds(10))
                                .isEqualTo(200);
                    }
                    assertThat(first).isNotDone();
                    held.release();
                });
    }

    @Test
    void requestsDoNotWaitInLogMode() {
        HeldResponse held = new HeldResponse();
        servlets.withPropertyValues(UNENDING).run(context -> {
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());

            assertThat(CompletableFuture.supplyAsync(() -> status(context, "/shop")))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(200);

            held.awaitRequest();
            held.release();
        });
    }

    @Test
    void visitorsSeeTheMessageOfTheStateOnly() {
        servlets.withPropertyValues(PAGE, "devpayr.resilience.enabled=false").run(context -> {
            context.getBean(InMemoryDevPayr.class)
                    .stubNext(
                            Operation.PAYMENT_CHECK,
                            StubResponse.of(503)
                                    .body("{\"message\":\"db7.internal is down\"}")
                                    .times(9));

            for (String accept : List.of(BROWSER, "application/json")) {
                MockHttpServletResponse response = get(context, "/shop", accept);
                assertThat(response.getStatus()).isEqualTo(503);
                assertThat(response.getContentAsString())
                        .contains("DevPayr could not be reached")
                        .doesNotContain("db7", "503 ");
            }
            assertThat(context.getBean(LicenseGuard.class).current().message()).contains("db7.internal");
        });
    }

    @Test
    void appliesToThePathOfAServletThatIsNotSpringMvc() {
        servlets.withPropertyValues(PAGE).run(context -> {
            context.getBean(FakeLicense.class).revoked();
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/admin/css/users");
            request.setHttpServletMapping(
                    new MockHttpServletMapping("css/users", "/admin/*", "adminServlet", MappingMatch.PATH));
            request.setServletPath("/admin");

            assertThat(serve(context, request).getStatus()).isEqualTo(402);
        });
    }

    @Test
    void appliesToThePathBelowTheServletOfSpringMvc() {
        servlets.withPropertyValues(PAGE, "devpayr.enforcement.include=/reports/**")
                .run(context -> {
                    context.getBean(FakeLicense.class).revoked();
                    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/mvc/reports/yearly");
                    request.setHttpServletMapping(new MockHttpServletMapping(
                            "reports/yearly", "/mvc/*", "dispatcherServlet", MappingMatch.PATH));
                    request.setServletPath("/mvc");

                    assertThat(serve(context, request).getStatus()).isEqualTo(402);
                });
    }

    private static int status(ApplicationContext context, String path) {
        try {
            return get(context, path, BROWSER).getStatus();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
