package com.devpayr.enforcement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.FakeTransport;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spi.LeaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseEnforcerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Verdict ALLOWED =
            new Verdict.Allowed(Verdict.Allowed.Source.FRESH, Instant.EPOCH, Instant.EPOCH);
    private static final Verdict DENIED = new Verdict.Denied(DenialReason.REVOKED, "<b>\"no\" & 'never'</b>", null);
    private static final Verdict UNKNOWN = new Verdict.Unknown(Verdict.Unknown.Cause.UNREACHABLE, null);

    private final LicenseGuard guard = LicenseGuard.builder(new FakeTransport((operation, arguments) -> null).client())
            .application("enforcer")
            .leaseStore(LeaseStore.memory())
            .build();

    @Test
    void letsRequestsOfALicensedApplicationThrough() {
        assertThat(evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), ALLOWED, BROWSER))
                .isNull();
    }

    @Test
    void sendsBrowsersAPageWithEscapedText() {
        EnforcementResponse response = requireNonNull(
                evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, BROWSER));

        assertThat(response.status()).isEqualTo(402);
        assertThat(response.headers())
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(response.body())
                .contains("&lt;b&gt;&quot;no&quot; &amp; &#39;never&#39;&lt;/b&gt;", "revoked")
                .contains("lang=\"en\"", "prefers-color-scheme: dark", "<main>", "<h1>")
                .doesNotContain("<b>", "{{", "<script", "http:", "https:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "*/*",
                "application/json, text/html;q=0.5",
                "text/html;q=0, */*",
                "text/html;q=rubbish"
            })
    void sendsApiClientsAProblem(String accept) {
        EnforcementResponse response = requireNonNull(
                evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, accept));

        assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(response.body())
                .startsWith("{\"title\":\"This software is not licensed\",\"status\":402,\"detail\":\"")
                .contains("<b>\\\"no\\\" & 'never'</b>")
                .endsWith("\"reason\":\"revoked\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html;q=0.9",
                "text/html;level=1;q=0.5",
                "application/json, text/html",
                "text/html;q=0.8, image/png"
            })
    void sendsAPageIfHtmlIsPreferred(String accept) {
        EnforcementResponse response = requireNonNull(
                evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, accept));

        assertThat(response.headers()).containsEntry("Content-Type", "text/html;charset=UTF-8");
    }

    @Test
    void sendsAProblemWithoutAcceptHeader() {
        assertThat(requireNonNull(evaluate(
                                LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, null))
                        .headers())
                .containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void respondsToAnOutageWith503() {
        EnforcementResponse response = requireNonNull(
                evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), UNKNOWN, BROWSER));

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.body()).contains("could not be checked").doesNotContain("is not licensed");
    }

    @Test
    void redirectsBrowsersOnly() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect("/license")
                .build();

        EnforcementResponse browser = requireNonNull(evaluate(enforcer, DENIED, BROWSER));
        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.headers()).containsEntry("Location", "/license");
        assertThat(requireNonNull(evaluate(enforcer, DENIED, "application/json"))
                        .status())
                .isEqualTo(402);
        assertThat(enforcer.appliesTo("/license")).isFalse();
    }

    @Test
    void logsAndLetsTheRequestThrough() {
        List<String> lines = new ArrayList<>();

        assertThat(evaluate(
                        LicenseEnforcer.builder(EnforcementMode.LOG)
                                .logger(lines::add)
                                .build(),
                        DENIED,
                        BROWSER))
                .isNull();
        assertThat(lines).singleElement().asString().contains("revoked");
    }

    @Test
    void appliesToNoPathWhenOff() {
        assertThat(LicenseEnforcer.builder(EnforcementMode.OFF).build().appliesTo("/"))
                .isFalse();
    }

    @Test
    void usesTheConfiguredTemplateAndStatus() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .status(451)
                .page("<p>{{message}}</p>{{unknown}}{{reason}} {{")
                .build();

        EnforcementResponse response = requireNonNull(evaluate(enforcer, DENIED, BROWSER));
        assertThat(response.status()).isEqualTo(451);
        assertThat(response.body()).contains("&lt;b&gt;").endsWith("{{unknown}}revoked {{");
    }

    @Test
    void rendersATemplateThatBeginsWithAPlaceholder() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .page("{{reason}}!")
                .build();

        assertThat(requireNonNull(evaluate(enforcer, DENIED, BROWSER)).body()).isEqualTo("revoked!");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 599})
    void acceptsEveryErrorStatus(int status) {
        LicenseEnforcer enforcer =
                LicenseEnforcer.builder(EnforcementMode.PAGE).status(status).build();

        assertThat(requireNonNull(evaluate(enforcer, DENIED, BROWSER)).status()).isEqualTo(status);
    }

    @Test
    void doesNotReplacePlaceholdersInTheMessage() {
        Verdict tricky = new Verdict.Denied(DenialReason.REFUSED, "{{reason}}", null);

        assertThat(requireNonNull(evaluate(
                                LicenseEnforcer.builder(EnforcementMode.PAGE)
                                        .page("[{{message}}]")
                                        .build(),
                                tricky,
                                BROWSER))
                        .body())
                .contains("{{reason}}]");
    }

    @ParameterizedTest
    @CsvSource({
        "/shop, true",
        "/actuator, false",
        "/actuator/health, false",
        "/actuators, true",
        "/favicon.ico, false",
        "/a/favicon.ico, true",
        "/css/site.css, false",
        "/css/../shop, true",
        "/css/..%2fshop, true",
        "/css/;/shop, true",
        "/css/%2e%2e/shop, true"
    })
    void excludesPlainPathsOnly(String path, boolean guarded) {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .exclude("/actuator/**")
                .exclude("/css/**")
                .exclude("/favicon.*")
                .build();

        assertThat(enforcer.appliesTo(path)).isEqualTo(guarded);
    }

    @Test
    void appliesToIncludedPathsOnly() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .include("/api/*/orders")
                .build();

        assertThat(enforcer.appliesTo("/api/1/orders")).isTrue();
        assertThat(enforcer.appliesTo("/api/1/2/orders")).isFalse();
        assertThat(enforcer.appliesTo("/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600})
    void rejectsAStatusThatIsNotAnError(int status) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LicenseEnforcer.builder(EnforcementMode.PAGE).status(status));
    }

    @Test
    void requiresAUrlForRedirects() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> LicenseEnforcer.builder(EnforcementMode.REDIRECT).build());
    }

    private @Nullable EnforcementResponse evaluate(LicenseEnforcer enforcer, Verdict verdict, @Nullable String accept) {
        return enforcer.evaluate(guard, verdict, "/shop", accept);
    }
}
