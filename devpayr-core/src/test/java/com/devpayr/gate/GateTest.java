package com.devpayr.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.call.PortFactory;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.guard.LeaseStore;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Verdict ALLOWED =
            new Verdict.Allowed(Verdict.Allowed.Basis.FRESH, Instant.EPOCH, Instant.EPOCH);
    private static final Verdict DENIED = new Verdict.Denied(DenialReason.REVOKED, "<b>\"no\" & 'never'</b>", null);
    private static final Verdict UNKNOWN = new Verdict.Unknown(Verdict.Unknown.Cause.UNREACHABLE, null);

    private final LicenseGuard guard = LicenseGuard.over(
                    DevPayr.of(noPorts(), () -> {}),
                    DevPayrConfig.builder().licenseKey("a-license").build())
            .application("gate")
            .leaseStore(LeaseStore.memory())
            .build();

    @Test
    void aLicensedCopyAnswersByItself() {
        assertThat(ask(Gate.builder(GateMode.PAGE).build(), ALLOWED, BROWSER)).isNull();
    }

    @Test
    void peopleGetAPageWhoseWordsAreHarmless() {
        GateAnswer answer = requireNonNull(ask(Gate.builder(GateMode.PAGE).build(), DENIED, BROWSER));

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
        GateAnswer answer = requireNonNull(ask(Gate.builder(GateMode.PAGE).build(), DENIED, accept));

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
        GateAnswer answer = requireNonNull(ask(Gate.builder(GateMode.PAGE).build(), DENIED, accept));

        assertThat(answer.headers()).containsEntry("Content-Type", "text/html;charset=UTF-8");
    }

    @Test
    void aRequestThatSaysNothingIsAPrograms() {
        assertThat(requireNonNull(ask(Gate.builder(GateMode.PAGE).build(), DENIED, null))
                        .headers())
                .containsEntry("Content-Type", "application/problem+json");
    }

    @Test
    void anOutageIsNoRefusal() {
        GateAnswer answer = requireNonNull(ask(Gate.builder(GateMode.PAGE).build(), UNKNOWN, BROWSER));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("could not be checked").doesNotContain("is not licensed");
    }

    @Test
    void peopleAreRedirectedAndProgramsAreNot() {
        Gate gate = Gate.builder(GateMode.REDIRECT).redirect("/license").build();

        GateAnswer people = requireNonNull(ask(gate, DENIED, BROWSER));
        assertThat(people.status()).isEqualTo(303);
        assertThat(people.headers()).containsEntry("Location", "/license");
        assertThat(requireNonNull(ask(gate, DENIED, "application/json")).status())
                .isEqualTo(402);
        assertThat(gate.guards("/license")).isFalse();
    }

    @Test
    void aLogLineLetsTheRequestThrough() {
        List<String> lines = new ArrayList<>();

        assertThat(ask(Gate.builder(GateMode.LOG).log(lines::add).build(), DENIED, BROWSER))
                .isNull();
        assertThat(lines).singleElement().asString().contains("revoked");
    }

    @Test
    void offLooksAtNothing() {
        assertThat(Gate.builder(GateMode.OFF).build().guards("/")).isFalse();
    }

    @Test
    void theVendorsTemplateAndStatusAreUsed() {
        Gate gate = Gate.builder(GateMode.PAGE)
                .status(451)
                .page("<p>{{message}}</p>{{unknown}}{{reason}} {{")
                .build();

        GateAnswer answer = requireNonNull(ask(gate, DENIED, BROWSER));
        assertThat(answer.status()).isEqualTo(451);
        assertThat(answer.body()).contains("&lt;b&gt;").endsWith("{{unknown}}revoked {{");
    }

    @Test
    void aTemplateMayBeginWithAPlaceholder() {
        Gate gate = Gate.builder(GateMode.PAGE).page("{{reason}}!").build();

        assertThat(requireNonNull(ask(gate, DENIED, BROWSER)).body()).isEqualTo("revoked!");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 599})
    void everyErrorStatusIsTaken(int status) {
        Gate gate = Gate.builder(GateMode.PAGE).status(status).build();

        assertThat(requireNonNull(ask(gate, DENIED, BROWSER)).status()).isEqualTo(status);
    }

    @Test
    void whatTheMessageHoldsIsNoPlaceholder() {
        Verdict tricky = new Verdict.Denied(DenialReason.REFUSED, "{{reason}}", null);

        assertThat(requireNonNull(ask(
                                Gate.builder(GateMode.PAGE)
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
        Gate gate = Gate.builder(GateMode.PAGE)
                .exclude("/actuator/**")
                .exclude("/css/**")
                .exclude("/favicon.*")
                .build();

        assertThat(gate.guards(path)).isEqualTo(guarded);
    }

    @Test
    void onlyIncludedPathsAreLookedAt() {
        Gate gate = Gate.builder(GateMode.PAGE).include("/api/*/orders").build();

        assertThat(gate.guards("/api/1/orders")).isTrue();
        assertThat(gate.guards("/api/1/2/orders")).isFalse();
        assertThat(gate.guards("/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600})
    void aStatusThatIsNoErrorIsRefused(int status) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Gate.builder(GateMode.PAGE).status(status));
    }

    @Test
    void aRedirectNeedsAnAddress() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Gate.builder(GateMode.REDIRECT).build());
    }

    private @Nullable GateAnswer ask(Gate gate, Verdict verdict, @Nullable String accept) {
        return gate.answer(guard, verdict, "/shop", accept);
    }

    private static PortFactory noPorts() {
        return new PortFactory() {
            @Override
            public <P> P port(Class<P> type) {
                return type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null));
            }
        };
    }
}
