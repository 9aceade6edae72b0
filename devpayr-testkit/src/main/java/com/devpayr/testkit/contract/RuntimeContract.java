package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.license.DomainValidation;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.FakeDomain;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of calls by license key, and of runtime enforcement. */
public interface RuntimeContract extends ContractFixture {
    @Test
    @Verifies(Operation.PAYMENT_CHECK)
    default void checkReportsWhetherTheProjectIsPaid() {
        FakeProject acme = fake().project("Acme");
        DevPayr application = application(acme.license("Pro").key());

        assertThat(isPaid(application)).isFalse();
        acme.paid();
        assertThat(isPaid(application)).isTrue();
    }

    @Test
    default void revokedLicenseIsDeniedImmediately() {
        FakeLicense pro = fake().project("Acme").paid().license("Pro");
        DevPayr application = application(pro.key());

        assertThat(isPaid(application)).isTrue();
        pro.revoked();
        assertForbidden(application);
        pro.reactivated();
        assertThat(isPaid(application)).isTrue();
    }

    @Test
    default void expiredLicenseIsDeniedEvenWhenPaid() {
        FakeLicense pro = fake().project("Acme")
                .paid()
                .license("Pro")
                .expiresAt(fake().clock().instant().plus(Duration.ofDays(1)));
        DevPayr application = application(pro.key());

        assertThat(isPaid(application)).isTrue();
        fake().clock().advance(Duration.ofDays(1));
        assertForbidden(application);
    }

    @Test
    default void unknownKeyAndInactiveOrDeletedProjectAreDenied() {
        FakeProject acme = fake().project("Acme").paid();
        DevPayr application = application(acme.license("Pro").key());

        assertForbidden(application(LicenseKey.of("0199-unknown")));
        acme.inactive();
        assertForbidden(application);
        acme.active();
        assertThat(isPaid(application)).isTrue();
        backend().projects().delete(acme.id());
        assertForbidden(application);
    }

    @Test
    default void testLicenseIsLimitedToTestDomains() {
        FakeLicense trial = fake().project("Acme").paid().license("Trial").test();

        assertForbidden(application(trial.key()));
        assertThat(isPaid(applicationOn("localhost:8080", trial))).isTrue();
        assertThat(isPaid(applicationOn("shop.test", trial))).isTrue();
    }

    @Test
    default void productionLicenseIsDeniedOnAStagingDomain() {
        FakeProject acme = fake().project("Acme").paid();
        acme.domain(DOMAIN).environment(DomainEnvironment.STAGING);

        assertForbidden(application(acme.license("Pro").key()));
    }

    @Test
    default void projectDomainsStrategyRequiresARegisteredDomain() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro").restrictedToProjectDomains();

        assertForbidden(application(pro.key()));
        acme.domain(DOMAIN);
        assertThat(isPaid(application(pro.key()))).isTrue();
        pro.pinnedTo(acme.domain("other.example.com"));
        assertForbidden(application(pro.key()));
        assertThat(isPaid(applicationOn("other.example.com", pro))).isTrue();
    }

    @Test
    default void domainsAreValidatedForEachLicense() {
        FakeProject acme = fake().project("Acme").paid();
        License restricted = backend()
                .licenses()
                .create(
                        acme.id(),
                        LicenseDraft.builder("Restricted")
                                .validateAgainst(DomainValidation.PROJECT_DOMAINS)
                                .build());

        assertForbidden(application(restricted.key()));
        assertThat(isPaid(application(acme.license("Free").key()))).isTrue();
        backend()
                .licenses()
                .update(
                        acme.id(),
                        restricted.id(),
                        LicenseUpdate.builder()
                                .validateAgainst(DomainValidation.LICENSE_DOMAINS)
                                .build());
        assertThat(isPaid(application(restricted.key()))).isTrue();
    }

    @Test
    default void unverifiedAndInactiveDomainsAreRefused() {
        FakeProject acme = fake().project("Acme").paid();
        FakeDomain shop = acme.domain(DOMAIN);
        FakeLicense pro = acme.license("Pro").restrictedToProjectDomains();

        assertThat(isPaid(application(pro.key()))).isTrue();
        shop.unverified();
        assertForbidden(application(pro.key()));
        backend()
                .domains()
                .update(
                        acme.id(),
                        shop.id(),
                        DomainUpdate.builder().isVerified(true).isActive(false).build());
        assertForbidden(application(pro.key()));
    }

    @Test
    default void lockedDomainsAndProjectsAreRefused() {
        FakeProject acme = fake().project("Acme").paid();
        FakeDomain shop = acme.domain(DOMAIN);
        DevPayr application = application(acme.license("Pro").key());
        DevPayr elsewhere =
                applicationOn("other.example.com", acme.license("Pinned").pinnedTo(shop));

        shop.locked();
        assertForbidden(application);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> isPaid(elsewhere))
                .withMessageContaining("This domain is locked.");
        shop.unlocked();
        assertThat(isPaid(application)).isTrue();
        acme.locked();
        assertForbidden(application);
        assertThat(backend().projects().get(acme.id()).lockedAt())
                .isEqualTo(fake().clock().instant());
        acme.unlocked();
        assertThat(isPaid(application)).isTrue();
    }

    @Test
    default void checksOfATestLicenseDoNotCount() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense trial = acme.license("Trial").test();
        update(acme, trial, LicenseUpdate.builder().maxUsagePerDay(1));
        DevPayr application = applicationOn("shop.test", trial);

        assertThat(isPaid(application)).isTrue();
        assertThat(isPaid(application)).isTrue();
    }

    @Test
    default void licenseDomainsStrategyRegistersDomainsUpToTheLimits() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        update(acme, pro, LicenseUpdate.builder().maxDomains(1).maxSubdomainsPerDomain(1));

        assertThat(isPaid(applicationOn("a.example.com", pro))).isTrue();
        assertThat(isPaid(applicationOn("example.com", pro))).isTrue();
        assertForbidden(applicationOn("b.example.com", pro));
        assertForbidden(applicationOn("example.org", pro));
        assertThat(isPaid(applicationOn("a.example.com", pro))).isTrue();
    }

    @Test
    default void enforcesAllowedAddressesAndCountries() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        update(
                acme,
                pro,
                LicenseUpdate.builder().allowedIps(List.of("203.0.113.7")).allowedCountries(List.of("DE")));

        assertForbidden(application(pro.key()));
        fake().simulateCallerLocation("203.0.113.7", null);
        assertForbidden(application(pro.key()));
        fake().simulateCallerLocation("203.0.113.7", "DE");
        assertThat(isPaid(application(pro.key()))).isTrue();
    }

    @Test
    default void dailyLimitIsResetAtMidnightUtc() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        update(acme, pro, LicenseUpdate.builder().maxUsagePerDay(2));
        DevPayr application = application(pro.key());

        isPaid(application);
        application.runtime().injectables(PageRequest.first());
        assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> isPaid(application));
        fake().clock().advance(Duration.ofDays(1));
        assertThat(isPaid(application)).isTrue();
    }

    @Test
    default void domainStatusUsesThePinnedDomainBeforeTheCallingDomain() {
        FakeProject acme = fake().project("Acme");
        acme.domain(DOMAIN).paid();
        FakeLicense pro = acme.license("Pro");
        DevPayr application = application(pro.key());

        assertThat(application.runtime().checkPayment(PaymentQuery.ofDomain()).hasPaid())
                .isTrue();
        pro.pinnedTo(acme.domain("unpaid.example.com"));
        assertThat(application.runtime().checkPayment(PaymentQuery.ofDomain()).hasPaid())
                .isFalse();
    }

    @Test
    @Verifies(Operation.INJECTABLE_STREAM)
    default void streamsAndDecryptsInjectables() {
        FakeProject acme = fake().project("Acme").paid();
        acme.injectable("banner", SECRET, "größer ✓").onlyIfPaid();
        acme.injectable("hidden", SECRET, "x").inactive();
        DevPayr application = application(acme.license("Pro").key());

        DeliveredInjectable streamed =
                application.runtime().injectables(PageRequest.first()).items().get(0);
        DeliveredInjectable included = application
                .runtime()
                .checkPayment(PaymentQuery.ofProject().withInjectables())
                .injectables()
                .get(0);

        assertThat(new String(InjectableCrypto.create(SECRET).open(streamed), StandardCharsets.UTF_8))
                .isEqualTo("größer ✓");
        assertThat(included).isEqualTo(streamed);
    }

    @Test
    default void unpaidProjectReceivesOnlyFreeInjectables() {
        FakeProject acme = fake().project("Acme");
        acme.injectable("free", SECRET, "x");
        acme.injectable("paid", SECRET, "x").onlyIfPaid();

        assertThat(application(acme.license("Pro").key()).runtime().listAllInjectables())
                .extracting(DeliveredInjectable::slug)
                .containsExactly("free");
    }

    private void update(FakeProject project, FakeLicense license, LicenseUpdate.Builder changes) {
        backend().licenses().update(project.id(), license.id(), changes.build());
    }

    private static boolean isPaid(DevPayr application) {
        return application.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
    }

    private static void assertForbidden(DevPayr application) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> isPaid(application));
    }

    private DevPayr applicationOn(String domain, FakeLicense license) {
        return connect(
                DevPayrConfig.builder().licenseKey(license.key().reveal()).domain(domain));
    }
}
