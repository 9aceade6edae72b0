package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.license.DomainValidation;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftGettersTest {
    private static final Secret SECRET = Secret.of("a-good-secret");
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Upload FILE = Upload.of("logo.png", new byte[] {1, 2, 3});

    @Test
    void returnsTheFieldsOfAProject() {
        Map<String, @Nullable Object> meta = new HashMap<>();
        meta.put("nothing", null);
        ProjectDraft draft = ProjectDraft.builder("Shop")
                .slug("shop")
                .description("d")
                .defaultRedirectUrl("r")
                .logoUrl("l")
                .webhookUrl("w")
                .webhookSecret(SECRET)
                .meta(meta)
                .hasPaid(false)
                .build();
        meta.clear();

        assertThat(draft.name()).isEqualTo("Shop");
        assertThat(draft.slug()).isEqualTo("shop");
        assertThat(draft.description()).isEqualTo("d");
        assertThat(draft.defaultRedirectUrl()).isEqualTo("r");
        assertThat(draft.logoUrl()).isEqualTo("l");
        assertThat(draft.webhookUrl()).isEqualTo("w");
        assertThat(draft.webhookSecret()).isEqualTo(SECRET);
        assertThat(draft.meta()).containsOnlyKeys("nothing").isUnmodifiable();
        assertThat(draft.hasPaid()).isFalse();
        assertThat(ProjectUpdate.builder().name("New").build().name()).isEqualTo("New");
    }

    @Test
    void returnsTheFieldsOfADomain() {
        DomainDraft draft = DomainDraft.builder("a.example", DomainEnvironment.STAGING)
                .isPrimary(true)
                .isVerified(false)
                .isLocked(true)
                .hasPaid(false)
                .isActive(true)
                .build();
        DomainUpdate update = DomainUpdate.builder()
                .domain("b.example")
                .environment(DomainEnvironment.PRODUCTION)
                .build();

        assertThat(draft.domain()).isEqualTo("a.example");
        assertThat(draft.environment()).isEqualTo(DomainEnvironment.STAGING);
        assertThat(draft.isPrimary()).isTrue();
        assertThat(draft.isVerified()).isFalse();
        assertThat(draft.isLocked()).isTrue();
        assertThat(draft.hasPaid()).isFalse();
        assertThat(draft.isActive()).isTrue();
        assertThat(update.domain()).isEqualTo("b.example");
        assertThat(update.environment()).isEqualTo(DomainEnvironment.PRODUCTION);
    }

    @Test
    void aDraftOfALicenseSaysExplicitlyThatALimitIsUnlimited() {
        LicenseDraft unset = LicenseDraft.builder("Pro").build();
        LicenseDraft domains = LicenseDraft.builder("Pro").unlimitedDomains().build();
        LicenseDraft subdomains =
                LicenseDraft.builder("Pro").unlimitedSubdomainsPerDomain().build();
        LicenseDraft usage = LicenseDraft.builder("Pro").unlimitedUsagePerDay().build();

        assertThat(unlimited(unset)).containsExactly(false, false, false);
        assertThat(unlimited(domains)).containsExactly(true, false, false);
        assertThat(unlimited(subdomains)).containsExactly(false, true, false);
        assertThat(unlimited(usage)).containsExactly(false, false, true);
        assertThat(domains.maxDomains()).isNull();
        assertThat(domains).isNotEqualTo(unset);
        assertThat(LicenseDraft.builder("Pro").unlimitedDomains().maxDomains(3).build())
                .isEqualTo(LicenseDraft.builder("Pro").maxDomains(3).build());
    }

    private static List<Boolean> unlimited(LicenseDraft draft) {
        return List.of(
                draft.hasUnlimitedDomains(), draft.hasUnlimitedSubdomainsPerDomain(), draft.hasUnlimitedUsagePerDay());
    }

    @Test
    void returnsTheFieldsOfALicense() {
        LicenseDraft draft = LicenseDraft.builder("Pro")
                .domainId(3)
                .expiresAt(THEN)
                .maxDomains(0)
                .maxSubdomainsPerDomain(1)
                .maxUsagePerDay(2)
                .allowedIps(List.of("10.0.0.1", "::1"))
                .allowedCountries(List.of())
                .isTestLicense(true)
                .allowConfigs(false)
                .validateAgainst(DomainValidation.PROJECT_DOMAINS)
                .build();

        assertThat(draft.validateAgainst()).isEqualTo(DomainValidation.PROJECT_DOMAINS);
        assertThat(draft.hasUnlimitedDomains()).isFalse();
        assertThat(draft.title()).isEqualTo("Pro");
        assertThat(draft.domainId()).isEqualTo(3);
        assertThat(draft.expiresAt()).isEqualTo(THEN);
        assertThat(draft.maxDomains()).isZero();
        assertThat(draft.maxSubdomainsPerDomain()).isOne();
        assertThat(draft.maxUsagePerDay()).isEqualTo(2);
        assertThat(draft.allowedIps()).containsExactly("10.0.0.1", "::1").isUnmodifiable();
        assertThat(draft.allowedCountries()).isEmpty();
        assertThat(draft.isTestLicense()).isTrue();
        assertThat(draft.allowConfigs()).isFalse();
        assertThat(LicenseUpdate.builder().title("New").build().title()).isEqualTo("New");
    }

    @Test
    void returnsTheFieldsOfAnInjectable() {
        InjectableDraft draft = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("t")
                .file(FILE)
                .title("Logo")
                .slug("logo")
                .validateEndpoint("v")
                .build();
        InjectableUpdate update = InjectableUpdate.builder()
                .type(InjectableType.CSS)
                .mode(InjectableMode.APPEND)
                .targetPath("a.css")
                .content("b{}", SECRET)
                .build();

        assertThat(draft.type()).isEqualTo(InjectableType.FILE);
        assertThat(draft.mode()).isEqualTo(InjectableMode.WRITE);
        assertThat(draft.secret()).isEqualTo(SECRET);
        assertThat(draft.targetPath()).isEqualTo("t");
        assertThat(draft.file()).isSameAs(FILE);
        assertThat(draft.content()).isNull();
        assertThat(draft.title()).isEqualTo("Logo");
        assertThat(draft.slug()).isEqualTo("logo");
        assertThat(draft.validateEndpoint()).isEqualTo("v");
        assertThat(draft.onlyIfPaid()).isTrue();
        assertThat(draft.isActive()).isTrue();
        assertThat(update.type()).isEqualTo(InjectableType.CSS);
        assertThat(update.mode()).isEqualTo(InjectableMode.APPEND);
        assertThat(update.targetPath()).isEqualTo("a.css");
        assertThat(update.content()).isEqualTo("b{}");
        assertThat(update.secret()).isEqualTo(SECRET);
    }

    static Stream<Object> emptyUpdates() {
        return Stream.of(
                ProjectUpdate.builder().build(),
                DomainUpdate.builder().build(),
                LicenseUpdate.builder().build(),
                InjectableUpdate.builder().build());
    }

    @ParameterizedTest
    @MethodSource("emptyUpdates")
    void returnsNullForFieldsThatAreNotSet(Object update) {
        assertThat(getters(update)).isNotEmpty().allSatisfy(getter -> assertThat(getter.invoke(update))
                .isEqualTo(getter.getName().startsWith("clears") ? false : null));
    }

    static Stream<Object> clearingUpdates() {
        return Stream.of(
                ProjectUpdate.builder()
                        .clearDescription()
                        .clearDefaultRedirectUrl()
                        .clearLogoUrl()
                        .clearWebhookUrl()
                        .build(),
                LicenseUpdate.builder()
                        .clearDomainId()
                        .clearExpiresAt()
                        .clearMaxDomains()
                        .clearMaxSubdomainsPerDomain()
                        .clearMaxUsagePerDay()
                        .clearAllowedIps()
                        .clearAllowedCountries()
                        .build(),
                InjectableUpdate.builder().clearTitle().clearValidateEndpoint().build());
    }

    @ParameterizedTest
    @MethodSource("clearingUpdates")
    void distinguishesClearedFieldsFromUnsetFields(Object update) {
        assertThat(getters(update)).allSatisfy(getter -> assertThat(getter.invoke(update))
                .isEqualTo(getter.getName().startsWith("clears") ? true : null));
    }

    private static Stream<Method> getters(Object update) {
        return Arrays.stream(update.getClass().getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getDeclaringClass() != Object.class)
                .filter(method ->
                        !List.of("hashCode", "toString", "builder", "extra").contains(method.getName()));
    }
}
