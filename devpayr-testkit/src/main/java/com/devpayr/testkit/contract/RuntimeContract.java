package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.secret.LicenseKey;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the running copy asks, and what DevPayr enforces. */
public interface RuntimeContract extends ContractFixture {
    @Test
    default void aCopyOfAPaidProjectMayRunAndOneOfAnUnpaidProjectIsToldSo() {
        FakeProject acme = fake().project("Acme");
        DevPayr application = application(acme.license("Pro").key());

        assertThat(paid(application)).isFalse();
        acme.paid();
        assertThat(paid(application)).isTrue();
    }

    @Test
    default void aLicenseThatIsTakenBackIsRefusedAtOnce() {
        FakeLicense pro = fake().project("Acme").paid().license("Pro");
        DevPayr application = application(pro.key());

        assertThat(paid(application)).isTrue();
        pro.revoked();
        refused(application);
        pro.reactivated();
        assertThat(paid(application)).isTrue();
    }

    @Test
    default void anExpiredLicenseIsRefusedAlsoWhenPaid() {
        FakeLicense pro = fake().project("Acme")
                .paid()
                .license("Pro")
                .expiresAt(fake().clock().instant().plus(Duration.ofDays(1)));
        DevPayr application = application(pro.key());

        assertThat(paid(application)).isTrue();
        fake().clock().advance(Duration.ofDays(1));
        refused(application);
    }

    @Test
    default void anUnknownKeyAndAnInactiveOrDeletedProjectAreRefused() {
        FakeProject acme = fake().project("Acme").paid();
        DevPayr application = application(acme.license("Pro").key());

        refused(application(LicenseKey.of("0199-nobody")));
        acme.inactive();
        refused(application);
        acme.active();
        assertThat(paid(application)).isTrue();
        backend().projects().delete(acme.id());
        refused(application);
    }

    @Test
    default void aTestLicenseRunsOnTestDomainsOnly() {
        FakeLicense trial = fake().project("Acme").paid().license("Trial").test();

        refused(application(trial.key()));
        assertThat(paid(applicationOn("localhost:8080", trial))).isTrue();
        assertThat(paid(applicationOn("shop.test", trial))).isTrue();
    }

    @Test
    default void aProductionLicenseDoesNotRunOnAStagingDomain() {
        FakeProject acme = fake().project("Acme").paid();
        acme.domain(DOMAIN).environment(DomainEnvironment.STAGING);

        refused(application(acme.license("Pro").key()));
    }

    @Test
    default void aProjectCanKeepItsLicensesToItsOwnDomains() {
        FakeProject acme = fake().project("Acme").paid().restrictedToProjectDomains();
        FakeLicense pro = acme.license("Pro");

        refused(application(pro.key()));
        acme.domain(DOMAIN);
        assertThat(paid(application(pro.key()))).isTrue();
        pro.pinnedTo(acme.domain("other.example.com"));
        refused(application(pro.key()));
        assertThat(paid(applicationOn("other.example.com", pro))).isTrue();
    }

    @Test
    default void aLicenseRegistersDomainsOnFirstUseUpToItsLimits() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        backend()
                .licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder()
                                .maxDomains(1)
                                .maxSubdomainsPerDomain(1)
                                .build());

        assertThat(paid(applicationOn("a.example.com", pro))).isTrue();
        assertThat(paid(applicationOn("example.com", pro))).isTrue();
        refused(applicationOn("b.example.com", pro));
        refused(applicationOn("example.org", pro));
        assertThat(paid(applicationOn("a.example.com", pro))).isTrue();
    }

    @Test
    default void addressesAndCountriesCanBeListed() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        backend()
                .licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder()
                                .allowedIps(List.of("203.0.113.7"))
                                .allowedCountries(List.of("DE"))
                                .build());

        refused(application(pro.key()));
        fake().simulateCallerLocation("203.0.113.7", null);
        refused(application(pro.key()));
        fake().simulateCallerLocation("203.0.113.7", "DE");
        assertThat(paid(application(pro.key()))).isTrue();
    }

    @Test
    default void aDailyLimitCountsUtcDays() {
        FakeProject acme = fake().project("Acme").paid();
        FakeLicense pro = acme.license("Pro");
        backend()
                .licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder().maxUsagePerDay(2).build());
        DevPayr application = application(pro.key());

        paid(application);
        application.runtime().injectables(PageRequest.first());
        assertThatExceptionOfType(RateLimitedException.class).isThrownBy(() -> paid(application));
        fake().clock().advance(Duration.ofDays(1));
        assertThat(paid(application)).isTrue();
    }

    @Test
    default void theDomainsPaymentIsThePinnedDomainsElseTheCallingOnes() {
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
    default void aCopyReadsItsInjectables() {
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
    default void anUnpaidCopyReadsOnlyWhatIsForEverybody() {
        FakeProject acme = fake().project("Acme");
        acme.injectable("free", SECRET, "x");
        acme.injectable("paid", SECRET, "x").onlyIfPaid();

        assertThat(application(acme.license("Pro").key()).runtime().listAllInjectables())
                .extracting(DeliveredInjectable::slug)
                .containsExactly("free");
    }

    private static boolean paid(DevPayr application) {
        return application.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
    }

    private static void refused(DevPayr application) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> paid(application));
    }

    private DevPayr applicationOn(String domain, FakeLicense license) {
        return connect(
                DevPayrConfig.builder().licenseKey(license.key().reveal()).domain(domain));
    }
}
