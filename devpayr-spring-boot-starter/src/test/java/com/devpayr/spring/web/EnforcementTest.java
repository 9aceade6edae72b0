package com.devpayr.spring.web;

import static com.devpayr.spring.web.ServletRequests.get;
import static com.devpayr.spring.web.ServletRequests.serve;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.enforcement.EnforcementMode;
import com.devpayr.enforcement.LicenseEnforcer;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.HeldResponse;
import com.devpayr.spring.web.reactive.LicenseWebFilterAutoConfiguration;
import com.devpayr.spring.web.servlet.LicenseFilterAutoConfiguration;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import jakarta.servlet.http.MappingMatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

class EnforcementTest {
    private static final String PAGE = "devpayr.enforcement.mode=page";
    private static final String BROWSER = "text/html";
    private static final String UNENDING = "devpayr.enforcement.max-wait=1h";
    private static final List<String> EXEMPT = List.of("/actuator/health", "/css/site.css", "/help");
    private static final AutoConfigurations GATE = AutoConfigurations.of(
            EnforcementAutoConfiguration.class,
            LicenseFilterAutoConfiguration.class,
            LicenseWebFilterAutoConfiguration.class,
            EndpointAutoConfiguration.class,
            WebEndpointAutoConfiguration.class,
            HealthContributorRegistryAutoConfiguration.class,
            HealthContributorAutoConfiguration.class,
            HealthEndpointAutoConfiguration.class);
    private final WebApplicationContextRunner servlets = new WebApplicationContextRunner()
            .withConfiguration(Contexts.autoConfigurations())
            .withConfiguration(GATE)
            .withPropertyValues(Contexts.inMemoryProperties());
    private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
            .withConfiguration(Contexts.autoConfigurations())
            .withConfiguration(GATE)
            .withPropertyValues(Contexts.inMemoryProperties());

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
    void sendsAPageFromAReactiveApplication() {
        reactive.withPropertyValues(PAGE).run(context -> {
            assertThat(exchange(context, "/shop", BROWSER).getBodyAsString().block())
                    .isEqualTo("the shop");
            context.getBean(FakeLicense.class).revoked();
            context.getBean(LicenseGuard.class).refresh().join();

            MockServerHttpResponse response = exchange(context, "/shop", BROWSER);
            assertThat(response.getStatusCode()).hasToString("402 PAYMENT_REQUIRED");
            assertThat(response.getBodyAsString().block()).contains("has been revoked");
            assertThat(exchange(context, "/actuator/health", BROWSER)
                            .getBodyAsString()
                            .block())
                    .isEqualTo("the shop");
        });
    }

    @Test
    void theWebFilterNeverBlocks() {
        HeldResponse held = new HeldResponse();
        reactive.withPropertyValues(PAGE).run(context -> {
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());
            AtomicBoolean passed = new AtomicBoolean();

            CompletableFuture<Void> done = context.getBean(WebFilter.class)
                    .filter(request("/shop", BROWSER), exchange -> Mono.fromRunnable(() -> passed.set(true)))
                    .toFuture();

            assertThat(done).isNotDone(); // the thread is not blocked during the license check
            held.release();
            assertThat(done).succeedsWithin(Duration.ofSeconds(10));
            assertThat(passed).isTrue();
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
    void excludedPathsDoNotWaitInAReactiveApplication() {
        HeldResponse held = new HeldResponse();
        reactive.withPropertyValues(PAGE, UNENDING, "devpayr.enforcement.exclude=/help")
                .run(context -> {
                    CompletableFuture<Verdict> first = firstVerdict(context, held);

                    for (String exempt : EXEMPT) {
                        assertThat(context.getBean(WebFilter.class)
                                        .filter(request(exempt, BROWSER), exchange -> Mono.empty())
                                        .toFuture())
                                .as(exempt)
                                .isCompleted();
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

    /** Denials need the encoding and are observed; users need not log in to receive them. */
    @Test
    void filtersRunAfterEncodingAndObservationsAndBeforeSecurity() {
        int observations = Ordered.HIGHEST_PRECEDENCE + 1;
        int security = -100;
        servlets.run(context -> assertThat(
                        context.getBean(FilterRegistrationBean.class).getOrder())
                .isGreaterThan(observations)
                .isLessThan(security));
        reactive.run(context -> assertThat(context.getBean(WebFilter.class))
                .isInstanceOfSatisfying(Ordered.class, filter -> assertThat(filter.getOrder())
                        .isGreaterThan(observations)
                        .isLessThan(security)));
    }

    @Test
    void createsNoFilterWithoutALicenseKey() {
        servlets.withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "redirect"})
    void doesNotStartInAModeThatRespondsToRequestsWithoutAGuard(String mode) {
        String[] properties = {"devpayr.enforcement.mode=" + mode, "devpayr.enforcement.redirect=/buy"};
        servlets.withPropertyValues(properties)
                .withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("devpayr.enforcement.mode is '" + mode + "'")
                        .hasMessageContaining("devpayr.guard.enabled is false"));
        reactive.withPropertyValues(properties)
                .withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void doesNotStartInModePageWithAnEmptyLicenseKey() {
        new WebApplicationContextRunner()
                .withConfiguration(Contexts.autoConfigurations())
                .withConfiguration(GATE)
                .withPropertyValues(PAGE, "devpayr.transport=feign", "devpayr.api-key=a-key")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addLast(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of("DEVPAYR_LICENSE_KEY", ""))))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("no license key is configured"));
    }

    @Test
    void doesNotStartIfTheApplicationsEnforcerWouldHaveNoGuard() {
        servlets.withPropertyValues("devpayr.guard.enabled=false")
                .withBean(LicenseEnforcer.class, () -> LicenseEnforcer.builder(EnforcementMode.PAGE)
                        .build())
                .run(context -> assertThat(context).hasFailed());
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

    /** Returns the first license check, which waits for the held response. */
    private static CompletableFuture<Verdict> firstVerdict(ApplicationContext context, HeldResponse held)
            throws InterruptedException {
        context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());
        CompletableFuture<Verdict> first = context.getBean(LicenseGuard.class).refresh();
        held.awaitRequest();
        return first;
    }

    private static int status(ApplicationContext context, String path) {
        try {
            return get(context, path, BROWSER).getStatus();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static MockServerWebExchange request(String path, String accept) {
        return MockServerWebExchange.from(MockServerHttpRequest.get(path).header("Accept", accept));
    }

    private static MockServerHttpResponse exchange(ApplicationContext context, String path, String accept) {
        MockServerWebExchange exchange = request(path, accept);
        context.getBean(WebFilter.class)
                .filter(exchange, passed -> passed.getResponse()
                        .writeWith(Mono.just(passed.getResponse()
                                .bufferFactory()
                                .wrap("the shop".getBytes(StandardCharsets.UTF_8)))))
                .block(Duration.ofSeconds(10));
        return exchange.getResponse();
    }
}
