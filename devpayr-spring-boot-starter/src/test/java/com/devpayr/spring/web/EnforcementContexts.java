package com.devpayr.spring.web;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.HeldResponse;
import com.devpayr.spring.web.reactive.LicenseWebFilterAutoConfiguration;
import com.devpayr.spring.web.servlet.LicenseFilterAutoConfiguration;
import com.devpayr.testkit.InMemoryDevPayr;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Web applications with enforcement, on an in-memory DevPayr. */
final class EnforcementContexts {
    static final String PAGE = "devpayr.enforcement.mode=page";
    static final String BROWSER = "text/html";
    static final String UNENDING = "devpayr.enforcement.max-wait=1h";

    /** Paths that are not enforced if the application excludes {@code /help}. */
    static final List<String> EXEMPT = List.of("/actuator/health", "/css/site.css", "/help");

    static final AutoConfigurations ENFORCEMENT = AutoConfigurations.of(
            EnforcementAutoConfiguration.class,
            LicenseFilterAutoConfiguration.class,
            LicenseWebFilterAutoConfiguration.class,
            EndpointAutoConfiguration.class,
            WebEndpointAutoConfiguration.class,
            HealthContributorRegistryAutoConfiguration.class,
            HealthContributorAutoConfiguration.class,
            HealthEndpointAutoConfiguration.class);

    private EnforcementContexts() {}

    static WebApplicationContextRunner servlets() {
        return new WebApplicationContextRunner()
                .withConfiguration(Contexts.autoConfigurations())
                .withConfiguration(ENFORCEMENT)
                .withPropertyValues(Contexts.inMemoryProperties());
    }

    static ReactiveWebApplicationContextRunner reactive() {
        return new ReactiveWebApplicationContextRunner()
                .withConfiguration(Contexts.autoConfigurations())
                .withConfiguration(ENFORCEMENT)
                .withPropertyValues(Contexts.inMemoryProperties());
    }

    /** Returns the first license check, which waits for the held response. */
    static CompletableFuture<Verdict> firstVerdict(ApplicationContext context, HeldResponse held)
            throws InterruptedException {
        context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());
        CompletableFuture<Verdict> first = context.getBean(LicenseGuard.class).refresh();
        held.awaitRequest();
        return first;
    }
}
