package com.devpayr.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftsTest {
    private static final Secret SECRET = Secret.of("a-good-secret");
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Upload FILE = Upload.of("logo.png", new byte[] {1, 2, 3});

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(ProjectDraft.builder("Shop").build(), "ProjectDraft{name=Shop}"),
                Arguments.of(
                        ProjectDraft.builder("Shop")
                                .slug("shop")
                                .description("d")
                                .defaultRedirectUrl("r")
                                .logoUrl("l")
                                .webhookUrl("w")
                                .webhookSecret(SECRET)
                                .meta(Map.of("k", 1))
                                .hasPaid(false)
                                .build(),
                        "ProjectDraft{name=Shop, slug=shop, description=d, default_redirect_url=r, logo_url=l,"
                                + " webhook_url=w, webhook_secret=Secret[****], meta={k=1}, has_paid=false}"),
                Arguments.of(ProjectUpdate.builder().build(), "ProjectUpdate{}"),
                Arguments.of(
                        ProjectUpdate.builder()
                                .name("New")
                                .clearDescription()
                                .clearDefaultRedirectUrl()
                                .clearLogoUrl()
                                .clearWebhookUrl()
                                .build(),
                        "ProjectUpdate{name=New, description=null, default_redirect_url=null, logo_url=null,"
                                + " webhook_url=null}"),
                Arguments.of(
                        DomainDraft.builder("a.example", DomainEnvironment.STAGING)
                                .isPrimary(true)
                                .isVerified(true)
                                .isLocked(false)
                                .hasPaid(true)
                                .isActive(false)
                                .build(),
                        "DomainDraft{domain=a.example, environment=staging, is_primary=true, is_verified=true,"
                                + " is_locked=false, has_paid=true, is_active=false}"),
                Arguments.of(
                        DomainUpdate.builder()
                                .domain("b.example")
                                .environment(DomainEnvironment.PRODUCTION)
                                .build(),
                        "DomainUpdate{domain=b.example, environment=production}"),
                Arguments.of(
                        LicenseDraft.builder("Pro")
                                .domainId(3)
                                .expiresAt(THEN)
                                .maxDomains(0)
                                .maxSubdomainsPerDomain(1)
                                .maxUsagePerDay(2)
                                .allowedIps(List.of("10.0.0.1", "::1"))
                                .allowedCountries(List.of("DE"))
                                .isTestLicense(true)
                                .allowConfigs(false)
                                .build(),
                        "LicenseDraft{title=Pro, domain_id=3, expires_at=2026-01-02T03:04:05Z, max_domains=0,"
                                + " max_subdomains_per_domain=1, max_usage_per_day=2, allowed_ips=10.0.0.1,::1,"
                                + " allowed_countries=DE, is_test_license=true, allow_configs=false}"),
                Arguments.of(
                        LicenseUpdate.builder()
                                .title("Pro")
                                .clearDomainId()
                                .clearExpiresAt()
                                .clearMaxDomains()
                                .clearMaxSubdomainsPerDomain()
                                .clearMaxUsagePerDay()
                                .clearAllowedIps()
                                .clearAllowedCountries()
                                .build(),
                        "LicenseUpdate{title=Pro, domain_id=null, expires_at=null, max_domains=null,"
                                + " max_subdomains_per_domain=null, max_usage_per_day=null, allowed_ips=null,"
                                + " allowed_countries=null}"),
                Arguments.of(
                        InjectableDraft.builder(InjectableType.HTML, InjectableMode.INLINE_RENDER, SECRET)
                                .targetPath("banner")
                                .content("x")
                                .build(),
                        "InjectableDraft{type=html, mode=inline_render, secret=Secret[****], only_if_paid=true,"
                                + " is_active=true, target_path=banner, content=****}"),
                Arguments.of(
                        InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                                .targetPath("img/logo.png")
                                .file(FILE)
                                .title("Logo")
                                .slug("logo")
                                .validateEndpoint("v")
                                .onlyIfPaid(false)
                                .isActive(false)
                                .build(),
                        "InjectableDraft{type=file, mode=write, secret=Secret[****], only_if_paid=false, is_active=false,"
                                + " target_path=img/logo.png, file=Upload[logo.png, 3 bytes], title=Logo,"
                                + " slug=logo, validate_endpoint=v}"),
                Arguments.of(
                        InjectableUpdate.builder()
                                .type(InjectableType.CSS)
                                .mode(InjectableMode.APPEND)
                                .targetPath("a.css")
                                .content("b{}", SECRET)
                                .clearTitle()
                                .clearValidateEndpoint()
                                .build(),
                        "InjectableUpdate{type=css, mode=append, target_path=a.css, content=****,"
                                + " secret=Secret[****], title=null, validate_endpoint=null}"),
                Arguments.of(
                        InjectableUpdate.builder().file(FILE, SECRET).build(),
                        "InjectableUpdate{file=Upload[logo.png, 3 bytes], secret=Secret[****]}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void containsOnlyFieldsThatWereSet(Object body, String fields) {
        assertThat(body).hasToString(fields);
    }

    @Test
    void usesTheLastValueOfAField() {
        LicenseUpdate update = LicenseUpdate.builder()
                .maxDomains(1)
                .clearMaxDomains()
                .maxDomains(2)
                .build();

        assertThat(RequestBodies.of(update).values()).containsExactly(entry("max_domains", 2));
    }

    @Test
    void doesNotChangeAfterBuild() {
        LicenseUpdate.Builder builder = LicenseUpdate.builder().maxDomains(1);
        LicenseUpdate update = builder.build();
        builder.maxDomains(2);

        assertThat(RequestBodies.of(update).values())
                .containsExactly(entry("max_domains", 1))
                .isUnmodifiable();
    }

    @Test
    void equalsADraftOfTheSameTypeWithTheSameFields() {
        assertThat(ProjectDraft.builder("Shop").build())
                .isEqualTo(ProjectDraft.builder("Shop").build())
                .hasSameHashCodeAs(ProjectDraft.builder("Shop").build())
                .isNotEqualTo(ProjectDraft.builder("Other").build())
                .isNotEqualTo(ProjectUpdate.builder().name("Shop").build())
                .isNotEqualTo(null);
    }

    @Test
    void returnsTheFile() {
        assertThat(InjectableUpdate.builder().file(FILE, SECRET).build().file()).isSameAs(FILE);
        assertThat(InjectableUpdate.builder().content("x", SECRET).build().file())
                .isNull();
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"}) // callers without null checks can pass null
    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("name must not be blank", () -> ProjectDraft.builder(" ")),
                refused("name must not be null", () -> ProjectDraft.builder(null)),
                refused("slug must not be blank", () -> ProjectDraft.builder("Shop")
                        .slug("")),
                refused("description must not be null", () -> ProjectDraft.builder("Shop")
                        .description(null)),
                refused("domain must not be blank", () -> DomainDraft.builder("", DomainEnvironment.STAGING)),
                refused("environment must not be null", () -> DomainDraft.builder("a.example", null)),
                refused("title must not be blank", () -> LicenseDraft.builder("\t")),
                refused("domain_id is 0 but must be positive", () -> LicenseDraft.builder("Pro")
                        .domainId(0)),
                refused("max_domains is -1 but must not be negative", () -> LicenseDraft.builder("Pro")
                        .maxDomains(-1)),
                refused("max_subdomains_per_domain is -1", () -> LicenseDraft.builder("Pro")
                        .maxSubdomainsPerDomain(-1)),
                refused("max_usage_per_day is -1", () -> LicenseDraft.builder("Pro")
                        .maxUsagePerDay(-1)),
                refused("expires_at must not be null", () -> LicenseDraft.builder("Pro")
                        .expiresAt(null)),
                refused("allowed_ips must not be null", () -> LicenseDraft.builder("Pro")
                        .allowedIps(null)),
                refused("allowed_countries must not be null", () -> LicenseDraft.builder("Pro")
                        .allowedCountries(null)),
                refused("target_path must not be blank", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .targetPath("")
                        .content("x")),
                refused("secret must not be null", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, null)
                        .targetPath("t")
                        .content("x")),
                refused("content must not be blank", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .content("")),
                refused("file must not be null", () -> InjectableDraft.builder(
                                InjectableType.FILE, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .file(null)),
                refused("target_path is not set; call targetPath(String)", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .content("x")
                        .build()),
                refused("content is not set; call content(String)", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .build()),
                refused("file is not set; call file(Upload)", () -> InjectableDraft.builder(
                                InjectableType.FILE, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .build()),
                refused("file must not be set; only the type file has a file", () -> InjectableDraft.builder(
                                InjectableType.HTML, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .content("x")
                        .file(FILE)
                        .build()),
                refused("content must not be set; a file has no content", () -> InjectableDraft.builder(
                                InjectableType.FILE, InjectableMode.WRITE, SECRET)
                        .targetPath("t")
                        .content("x")
                        .file(FILE)
                        .build()),
                refused("file has 5242881 bytes but DevPayr accepts at most 5242880", () -> InjectableUpdate.builder()
                        .file(Upload.of("big", new byte[5 * 1024 * 1024 + 1]), SECRET)));
    }

    private static Arguments refused(String message, ThrowingCallable attempt) {
        return Arguments.of(message, attempt);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void rejectsInvalidValuesByFieldName(String message, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(message)
                        .startsWith(refusal.field() + " "))
                .hasMessageStartingWith(message);
    }

    @Test
    void acceptsAFileOfExactlyFiveMebibytes() {
        Upload largest = Upload.of("big", new byte[5 * 1024 * 1024]);

        assertThat(InjectableUpdate.builder().file(largest, SECRET).build().file())
                .isSameAs(largest);
    }

    @Test
    void isARequestBody() {
        assertThat(RequestBodies.isBody(ProjectDraft.builder("Shop").build())).isTrue();
        assertThat(RequestBodies.isBody(RequestBody.empty())).isTrue();
        assertThat(RequestBodies.isBody("text")).isFalse();
        assertThat(RequestBodies.of(RequestBody.empty())).isSameAs(RequestBody.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestBodies.of("text"))
                .withMessage("java.lang.String is not a draft or update");
    }
}
