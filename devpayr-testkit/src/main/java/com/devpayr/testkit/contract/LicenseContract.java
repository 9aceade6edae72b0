package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseStatus;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.FakeDomain;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of licenses. */
public interface LicenseContract extends ContractFixture {
    @Test
    @Verifies(Operation.LICENSE_CREATE)
    default void createsALicenseWithAllFields() {
        FakeProject acme = fake().project("Acme");
        FakeDomain shop = acme.domain("shop.example.com");
        Instant nextYear = fake().clock().instant().plus(Duration.ofDays(365));

        License issued = backend()
                .licenses()
                .create(
                        acme.id(),
                        LicenseDraft.builder("Pro")
                                .domainId(shop.id())
                                .expiresAt(nextYear)
                                .maxDomains(3)
                                .maxSubdomainsPerDomain(2)
                                .maxUsagePerDay(100)
                                .allowedIps(List.of("10.0.0.1", "10.0.0.2"))
                                .allowedCountries(List.of("DE", "FR"))
                                .isTestLicense(true)
                                .allowConfigs(true)
                                .build());

        assertThat(issued.title()).isEqualTo("Pro");
        assertThat(issued.domainId()).isEqualTo(shop.id());
        assertThat(issued.expiresAt()).isEqualTo(nextYear);
        assertThat(issued.maxDomains()).isEqualTo(3);
        assertThat(issued.maxSubdomainsPerDomain()).isEqualTo(2);
        assertThat(issued.maxUsagePerDay()).isEqualTo(100);
        assertThat(issued.allowedIps()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(issued.allowedCountries()).containsExactly("DE", "FR");
        assertThat(issued.isTestLicense()).isTrue();
        assertThat(issued.allowConfigs()).isTrue();
        assertThat(issued.status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    private void setDefaultsOfTheAccount() {
        fake().account("Default")
                .defaultMaxDomains(3)
                .defaultMaxSubdomainsPerDomain(2)
                .defaultMaxUsagePerDay(100);
    }

    @Test
    default void aLimitThatIsNotSetTakesTheDefaultOfTheAccount() {
        setDefaultsOfTheAccount();

        License issued = backend()
                .licenses()
                .create(
                        fake().project("Acme").id(),
                        LicenseDraft.builder("Pro").maxDomains(5).build());

        assertThat(issued.maxDomains()).isEqualTo(5);
        assertThat(issued.maxSubdomainsPerDomain()).isEqualTo(2);
        assertThat(issued.maxUsagePerDay()).isEqualTo(100);
    }

    @Test
    default void anUnlimitedLicenseOverridesTheDefaultsOfTheAccount() {
        setDefaultsOfTheAccount();

        License issued = backend()
                .licenses()
                .create(
                        fake().project("Acme").id(),
                        LicenseDraft.builder("Pro")
                                .unlimitedDomains()
                                .unlimitedSubdomainsPerDomain()
                                .unlimitedUsagePerDay()
                                .build());

        assertThat(issued.maxDomains()).isNull();
        assertThat(issued.maxSubdomainsPerDomain()).isNull();
        assertThat(issued.maxUsagePerDay()).isNull();
    }

    @Test
    default void licenseUpdateDoesNotTakeTheDefaultsOfTheAccount() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro");
        fake().account("Default").defaultMaxDomains(3);

        License updated = backend()
                .licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder().clearMaxUsagePerDay().build());

        assertThat(updated.maxDomains()).isNull();
    }

    @Test
    default void createsAnUnlimitedLicenseWithOnlyATitle() {
        License issued = backend()
                .licenses()
                .create(fake().project("Acme").id(), LicenseDraft.builder("Pro").build());

        assertThat(issued.expiresAt()).isNull();
        assertThat(issued.maxDomains()).isNull();
        assertThat(issued.maxUsagePerDay()).isNull();
        assertThat(issued.allowedIps()).isEmpty();
    }

    @Test
    @Verifies(Operation.LICENSE_LIST)
    default void listsLicensesNewestFirst() {
        FakeProject acme = fake().project("Acme");
        FakeLicense first = acme.license("First");
        FakeLicense second = acme.license("Second");

        assertThat(backend().licenses().list(acme.id(), PageRequest.first()).items())
                .extracting(License::id)
                .containsExactly(second.id(), first.id());
    }

    @Test
    @Verifies(Operation.LICENSE_GET)
    default void findsALicenseByIdWithItsKey() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro");

        License found = backend().licenses().get(acme.id(), pro.id());

        assertThat(found.key()).isEqualTo(pro.key());
        assertThat(found.toString()).doesNotContain(pro.key().reveal());
    }

    @Test
    @Verifies(Operation.LICENSE_UPDATE)
    default void licenseUpdateChangesAndClearsOnlyTheGivenFields() {
        FakeProject acme = fake().project("Acme");
        DevPayr devpayr = backend();
        License issued = devpayr.licenses()
                .create(
                        acme.id(),
                        LicenseDraft.builder("Pro")
                                .maxDomains(3)
                                .maxUsagePerDay(9)
                                .build());

        License updated = devpayr.licenses()
                .update(
                        acme.id(),
                        issued.id(),
                        LicenseUpdate.builder()
                                .maxDomains(5)
                                .clearMaxUsagePerDay()
                                .build());

        assertThat(updated.maxDomains()).isEqualTo(5);
        assertThat(updated.maxUsagePerDay()).isNull();
        assertThat(updated.title()).isEqualTo("Pro");
        assertThat(updated.key()).isEqualTo(issued.key());
    }

    @Test
    @Verifies({Operation.LICENSE_REVOKE, Operation.LICENSE_REACTIVATE})
    default void reactivatesARevokedLicense() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro");
        DevPayr devpayr = backend();

        devpayr.licenses().revoke(acme.id(), pro.id());
        LicenseStatus revoked = devpayr.licenses().get(acme.id(), pro.id()).status();
        devpayr.licenses().reactivate(acme.id(), pro.id());

        assertThat(revoked).isEqualTo(LicenseStatus.REVOKED);
        assertThat(devpayr.licenses().get(acme.id(), pro.id()).status()).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    default void stateChangesInTheWrongStateAreForbidden() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro");
        DevPayr devpayr = backend();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.licenses().reactivate(acme.id(), pro.id()));
        devpayr.licenses().revoke(acme.id(), pro.id());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.licenses().revoke(acme.id(), pro.id()));
    }

    @Test
    default void expiredLicenseCannotBeReactivated() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro").expiresAt(fake().clock().instant().plus(Duration.ofDays(1)));
        DevPayr devpayr = backend();
        devpayr.licenses().revoke(acme.id(), pro.id());

        fake().clock().advance(Duration.ofDays(2));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.licenses().reactivate(acme.id(), pro.id()));
    }

    @Test
    @Verifies(Operation.LICENSE_DELETE)
    default void deletedLicenseIsNotFound() {
        FakeProject acme = fake().project("Acme");
        FakeLicense pro = acme.license("Pro");
        DevPayr devpayr = backend();

        devpayr.licenses().delete(acme.id(), pro.id());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.licenses().get(acme.id(), pro.id()));
    }

    /** The status depends on the operation; see {@code docs/wire-contract.md}, Transport. */
    @Test
    default void licenseOfAnotherProjectHasTheDocumentedStatuses() {
        FakeProject acme = fake().project("Acme");
        long foreign = fake().project("Other").license("Pro").id();
        DevPayr devpayr = backend();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.licenses().get(acme.id(), foreign));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.licenses().revoke(acme.id(), foreign));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.licenses().reactivate(acme.id(), foreign));
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> devpayr.licenses().delete(acme.id(), foreign));
    }

    @Test
    default void licenseValidationErrorsNameTheFields() {
        FakeProject acme = fake().project("Acme");
        acme.license("Pro");
        long foreignDomain = fake().project("Other").domain("other.example.com").id();
        LicenseDraft draft = LicenseDraft.builder("Pro")
                .expiresAt(fake().clock().instant().minusSeconds(1))
                .domainId(foreignDomain)
                .allowedCountries(List.of("Germany"))
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend().licenses().create(acme.id(), draft))
                .satisfies(exception -> assertThat(exception.fieldErrors())
                        .containsOnlyKeys("title", "expires_at", "domain_id", "allowed_countries"));
    }
}
