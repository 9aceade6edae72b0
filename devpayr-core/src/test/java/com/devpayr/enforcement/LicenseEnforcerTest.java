package com.devpayr.enforcement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.FakeTransport;
import com.devpayr.config.DevPayrConfig;
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

    private final LicenseGuard guard = LicenseGuard.over(
                    new FakeTransport((operation, arguments) -> null).client(),
                    DevPayrConfig.builder().licenseKey("a-license").build())
            .application("gate")
            .leaseStore(LeaseStore.memory())
            .build();

    @Test
    void aLicensedCopyAnswersByItself() {
        assertThat(ask(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), ALLOWED, BROWSER))
                .isNull();
    }

    @Test
    void peopleGetAPageWhoseWordsAreHarmless() {
        EnforcementResponse answer =
                requireNonNull(ask(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, BROWSER));

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry("Cache-Control", "no-store");
        assertThat(answer.body())
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
    void programsGetAProblem(String accept) {
        EnforcementResponse answer =
                requireNonNull(ask(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, accept));

        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.body())
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
    void whoAsksForHtmlAtLeastAsMuchIsPeople(String accept) {
        EnforcementResponse answer =
                requireNonNull(ask(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, accept));

        assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=UTF-8");
    }

    @Test
    void aRequestThatSaysNothingIsAPrograms() {
        assertThat(requireNonNull(ask(
                                LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, null))
                        .headers())
                .containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void anOutageIsNoRefusal() {
        EnforcementResponse answer =
                requireNonNull(ask(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), UNKNOWN, BROWSER));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("could not be checked").doesNotContain("is not licensed");
    }

    @Test
    void peopleAreRedirectedAndProgramsAreNot() {
        LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect("/license")
                .build();

        EnforcementResponse people = requireNonNull(ask(gate, DENIED, BROWSER));
        assertThat(people.status()).isEqualTo(303);
        assertThat(people.headers()).containsEntry("Location", "/license");
        assertThat(requireNonNull(ask(gate, DENIED, "application/json")).status())
                .isEqualTo(402);
        assertThat(gate.guards("/license")).isFalse();
    }

    @Test
    void aLogLineLetsTheRequestThrough() {
        List<String> lines = new ArrayList<>();

        assertThat(ask(
                        LicenseEnforcer.builder(EnforcementMode.LOG)
                                .log(lines::add)
                                .build(),
                        DENIED,
                        BROWSER))
                .isNull();
        assertThat(lines).singleElement().asString().contains("revoked");
    }

    @Test
    void offLooksAtNothing() {
        assertThat(LicenseEnforcer.builder(EnforcementMode.OFF).build().guards("/"))
                .isFalse();
    }

    @Test
    void theVendorsTemplateAndStatusAreUsed() {
        LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .status(451)
                .page("<p>{{message}}</p>{{unknown}}{{reason}} {{")
                .build();

        EnforcementResponse answer = requireNonNull(ask(gate, DENIED, BROWSER));
        assertThat(answer.status()).isEqualTo(451);
        assertThat(answer.body()).contains("&lt;b&gt;").endsWith("{{unknown}}revoked {{");
    }

    @Test
    void aTemplateMayBeginWithAPlaceholder() {
        LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .page("{{reason}}!")
                .build();

        assertThat(requireNonNull(ask(gate, DENIED, BROWSER)).body()).isEqualTo("revoked!");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 599})
    void everyErrorStatusIsTaken(int status) {
        LicenseEnforcer gate =
                LicenseEnforcer.builder(EnforcementMode.PAGE).status(status).build();

        assertThat(requireNonNull(ask(gate, DENIED, BROWSER)).status()).isEqualTo(status);
    }

    @Test
    void whatTheMessageHoldsIsNoPlaceholder() {
        Verdict tricky = new Verdict.Denied(DenialReason.REFUSED, "{{reason}}", null);

        assertThat(requireNonNull(ask(
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
    void exemptPathsAreLetThroughAndTricksAreNot(String path, boolean guarded) {
        LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .exclude("/actuator/**")
                .exclude("/css/**")
                .exclude("/favicon.*")
                .build();

        assertThat(gate.guards(path)).isEqualTo(guarded);
    }

    @Test
    void onlyIncludedPathsAreLookedAt() {
        LicenseEnforcer gate = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .include("/api/*/orders")
                .build();

        assertThat(gate.guards("/api/1/orders")).isTrue();
        assertThat(gate.guards("/api/1/2/orders")).isFalse();
        assertThat(gate.guards("/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600})
    void aStatusThatIsNoErrorIsRefused(int status) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LicenseEnforcer.builder(EnforcementMode.PAGE).status(status));
    }

    @Test
    void aRedirectNeedsAnAddress() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> LicenseEnforcer.builder(EnforcementMode.REDIRECT).build());
    }

    private @Nullable EnforcementResponse ask(LicenseEnforcer gate, Verdict verdict, @Nullable String accept) {
        return gate.answer(guard, verdict, "/shop", accept);
    }
}
