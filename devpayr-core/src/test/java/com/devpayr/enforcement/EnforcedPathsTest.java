package com.devpayr.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which paths an enforcer applies to. */
class EnforcedPathsTest {
    private static EnforcementRequest get(String path) {
        return EnforcementRequest.of("GET", "", path, header -> null);
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

        assertThat(enforcer.appliesTo(get(path))).isEqualTo(guarded);
    }

    @Test
    void appliesToPathsWithAnInvalidEncodingInAnyCase() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .include("/api/**")
                .exclude("/css/**")
                .build();

        assertThat(enforcer.appliesTo(get("/css/%zz"))).isTrue();
        assertThat(enforcer.appliesTo(get("/shop%"))).isTrue();
    }

    @Test
    void appliesToIncludedPathsOnly() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .include("/api/*/orders")
                .build();

        assertThat(enforcer.appliesTo(get("/api/1/orders"))).isTrue();
        assertThat(enforcer.appliesTo(get("/api/1/2/orders"))).isFalse();
        assertThat(enforcer.appliesTo(get("/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/license", "/license?from=shop", "/license#top", "/license?a=b#c"})
    void theRedirectTargetIsExcludedWithAnyQuery(String redirect) {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect(redirect)
                .build();

        assertThat(enforcer.appliesTo(get("/license"))).isFalse();
        assertThat(enforcer.appliesTo(get("/license/x"))).isTrue();
    }

    @Test
    void theRedirectTargetIncludesTheContextPath() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect("/shop/license?x=1")
                .build();

        assertThat(enforcer.appliesTo(new EnforcementRequest("/shop", "/license", null, false)))
                .isFalse();
        assertThat(enforcer.appliesTo(get("/license"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://buy.example.com/license", "http://buy.example.com/license", "//buy.example.com/license"
            })
    void theTargetOnAnotherServerExcludesNoPath(String redirect) {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.REDIRECT)
                .redirect(redirect)
                .build();

        assertThat(enforcer.appliesTo(get("/license"))).isTrue();
        assertThat(enforcer.appliesTo(get("/"))).isTrue();
    }

    @Test
    void rejectsPatternsThatMatchNoPath() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LicenseEnforcer.builder(EnforcementMode.PAGE).include("admin/**"))
                .withMessageContaining("admin/**");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("*.css"));
    }

    @ParameterizedTest
    @CsvSource({"/caf%C3%A9", "/caf%c3%a9", "/café", "/café/", "/caf%C3%A9/"})
    void normalizesPatternsLikePaths(String path) {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .include("/caf%C3%A9/")
                .build();

        assertThat(enforcer.appliesTo(get(path))).isTrue();
        assertThat(enforcer.appliesTo(get("/cafe"))).isFalse();
    }

    @Test
    void aTrailingSlashOfAnExcludedPatternHasNoMeaning() {
        LicenseEnforcer enforcer =
                LicenseEnforcer.builder(EnforcementMode.PAGE).exclude("/help/").build();

        assertThat(enforcer.appliesTo(get("/help/"))).isFalse();
        assertThat(enforcer.appliesTo(get("/help"))).isFalse();
    }

    @Test
    void excludesAPathOnlyIfAllItsFormsAreExcluded() {
        LicenseEnforcer enforcer = LicenseEnforcer.builder(EnforcementMode.PAGE)
                .exclude("/a/")
                .exclude(path -> path.equals("/b/"))
                .build();

        assertThat(enforcer.appliesTo(get("/a/"))).isFalse();
        assertThat(enforcer.appliesTo(get("/b/"))).isTrue(); // "/b" is not excluded
    }
}
