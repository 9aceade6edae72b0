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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the responses of an enforcer. */
class LicenseEnforcerTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Verdict ALLOWED =
            new Verdict.Allowed(Verdict.Allowed.Source.FRESH, Instant.EPOCH, Instant.EPOCH);
    private static final Verdict DENIED = new Verdict.Denied(DenialReason.REVOKED, "never again", null);
    private static final String MARKUP = "<b>\"no\" & 'never'</b>";
    private static final Verdict UNKNOWN = new Verdict.Unknown(Verdict.Unknown.Cause.UNREACHABLE, null);

    private final LicenseGuard guard = guard(Verdict::message);

    /** A guard whose messages are written by the vendor. */
    private final LicenseGuard markup = guard(verdict -> MARKUP);

    private static LicenseGuard guard(Function<Verdict, String> messageFormatter) {
        return LicenseGuard.builder(new FakeTransport((operation, arguments) -> null).client())
                .application("enforcer")
                .leaseStore(LeaseStore.memory())
                .messageFormatter(messageFormatter)
                .build();
    }

    @Test
    void letsRequestsOfALicensedApplicationThrough() {
        assertThat(evaluate(LicenseEnforcer.builder(EnforcementMode.PAGE).build(), ALLOWED, BROWSER))
                .isNull();
    }

    @Test
    void sendsBrowsersAPageWithEscapedText() {
        EnforcementResponse response = requireNonNull(
                evaluate(markup, LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, BROWSER));

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
                evaluate(markup, LicenseEnforcer.builder(EnforcementMode.PAGE).build(), DENIED, accept));

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
        assertThat(enforcer.appliesTo(get("/license"))).isFalse();
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
    void reportsAFailureOfTheLoggerAndLetsTheRequestThrough() {
        IllegalStateException failure = new IllegalStateException("logger");
        List<Throwable> reported = new ArrayList<>();
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.LOG)
                .logger(line -> {
                    throw failure;
                })
                .build();
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.add(thrown));
        try {
            assertThat(evaluate(enforcer, DENIED, BROWSER)).isNull();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(null);
        }

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void appliesToNoPathWhenOff() {
        assertThat(LicenseEnforcer.builder(EnforcementMode.OFF).build().appliesTo(get("/")))
                .isFalse();
    }

    @Test
    void usesTheConfiguredTemplateAndStatus() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .status(451)
                .page("<p>{{message}}</p>{{unknown}}{{reason}} {{")
                .build();

        EnforcementResponse response = requireNonNull(evaluate(markup, enforcer, DENIED, BROWSER));
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
        LicenseGuard tricky = guard(verdict -> "{{reason}}");

        assertThat(requireNonNull(evaluate(
                                tricky,
                                LicenseEnforcer.builder(EnforcementMode.PAGE)
                                        .page("[{{message}}]")
                                        .build(),
                                DENIED,
                                BROWSER))
                        .body())
                .contains("{{reason}}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 399, 600})
    void rejectsAStatusThatIsNotAnError(int status) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LicenseEnforcer.builder(EnforcementMode.PAGE).status(status));
    }

    @Test
    void limitsTheWaitForTheFirstCheckToTenSeconds() {
        LicenseEnforcer.Builder builder = LicenseEnforcer.builder(EnforcementMode.PAGE);

        assertThat(builder.build().maxWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(builder.maxWait(Duration.ZERO).build().maxWait()).isZero();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> builder.maxWait(Duration.ofMillis(-1)))
                .withMessageContaining("maxWait is PT-0.001S; it must not be negative");
    }

    @Test
    void requiresAUrlForRedirects() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> LicenseEnforcer.builder(EnforcementMode.REDIRECT).build());
    }

    private @Nullable EnforcementResponse evaluate(LicenseEnforcer enforcer, Verdict verdict, @Nullable String accept) {
        return evaluate(guard, enforcer, verdict, accept);
    }

    private static @Nullable EnforcementResponse evaluate(
            LicenseGuard guard, LicenseEnforcer enforcer, Verdict verdict, @Nullable String accept) {
        return enforcer.evaluate(guard, verdict, new EnforcementRequest("", "/shop", accept, false));
    }

    private static EnforcementRequest get(String path) {
        return EnforcementRequest.of("GET", "", path, header -> null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "license",
                "",
                "javascript:alert(1)",
                "ftp://a.example/b",
                "/a b",
                "/a\r\nSet-Cookie: x=y",
                "mailto:a@example.com"
            })
    void rejectsARedirectThatIsNeitherAUrlNorAPath(String redirect) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> LicenseEnforcer.builder(EnforcementMode.REDIRECT).redirect(redirect))
                .satisfies(failure -> assertThat(failure.setting()).isEqualTo("redirect"));
    }

    @Test
    void showsVisitorsTheMessageOfTheStateOnly() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE).build();
        Verdict outage = new Verdict.Unknown(
                Verdict.Unknown.Cause.GRACE_EXPIRED, new IllegalStateException("connect to db7.internal:443 failed"));
        Verdict misconfigured = new Verdict.Denied(
                DenialReason.WRONG_CREDENTIAL,
                null,
                new ConfigurationException("DEVPAYR_LICENSE_KEY_FILE", "is /run/x"));

        for (String accept : List.of(BROWSER, "application/json")) {
            assertThat(requireNonNull(evaluate(enforcer, outage, accept)).body())
                    .contains("The grace period has ended")
                    .doesNotContain("internal", "443");
            assertThat(requireNonNull(evaluate(enforcer, misconfigured, accept)).body())
                    .contains("the license could not be checked", "wrong-credential")
                    .doesNotContain("DEVPAYR", "/run/x", "licenseKey");
            assertThat(requireNonNull(evaluate(enforcer, DENIED, accept)).body())
                    .contains("The license has been revoked.")
                    .doesNotContain("never again");
        }
    }

    @Test
    void passesTheMessageFormatterAVerdictWithoutDetails() {
        List<Verdict> formatted = new ArrayList<>();
        LicenseGuard custom = guard(verdict -> {
            formatted.add(verdict);
            return "Please renew.";
        });

        EnforcementResponse response =
                LicenseEnforcer.builder(EnforcementMode.PAGE).build().denialResponse(custom, DENIED, get("/shop"));

        assertThat(response.body()).contains("Please renew.");
        assertThat(formatted).containsExactly(new Verdict.Denied(DenialReason.REVOKED, null, null));
    }

    @Test
    void respondsToAPreflightWithTheStatusAlone() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect("/license")
                .build();
        EnforcementRequest preflight = EnforcementRequest.of(
                "OPTIONS",
                "",
                "/shop",
                Map.of(
                        "Origin",
                        "https://shop.example.com",
                        "Access-Control-Request-Method",
                        "POST",
                        "Accept",
                        "text/html")::get);

        EnforcementResponse response = requireNonNull(enforcer.evaluate(guard, DENIED, preflight));

        assertThat(preflight.preflight()).isTrue();
        assertThat(response.status()).isEqualTo(402);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers()).containsOnlyKeys("Cache-Control");
        assertThat(EnforcementRequest.of("OPTIONS", "", "/", Map.of("Origin", "null")::get)
                        .preflight())
                .isFalse();
    }
}
