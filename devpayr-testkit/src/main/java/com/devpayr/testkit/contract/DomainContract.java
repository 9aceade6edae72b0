package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.FakeDomain;
import com.devpayr.testkit.FakeProject;
import org.junit.jupiter.api.Test;

/** The contract of project domains. */
public interface DomainContract extends ContractFixture {
    @Test
    @Verifies({Operation.DOMAIN_CREATE, Operation.DOMAIN_GET})
    default void createsADomainWithAllFields() {
        FakeProject acme = fake().project("Acme");

        ProjectDomain added = backend()
                .domains()
                .create(
                        acme.id(),
                        DomainDraft.builder("app.example.com", DomainEnvironment.STAGING)
                                .isPrimary(true)
                                .isVerified(true)
                                .isLocked(true)
                                .hasPaid(true)
                                .isActive(false)
                                .build());

        assertThat(added.domain()).isEqualTo("app.example.com");
        assertThat(added.projectId()).isEqualTo(acme.id());
        assertThat(added.isPrimary()).isTrue();
        assertThat(added.hasPaid()).isTrue();
        assertThat(added.isActive()).isFalse();
        ProjectDomain found = backend().domains().get(acme.id(), added.id());
        assertThat(found.environment()).isEqualTo(DomainEnvironment.STAGING);
        assertThat(found.isVerified()).isTrue();
        assertThat(found.isLocked()).isTrue();
    }

    @Test
    @Verifies(Operation.DOMAIN_LIST)
    default void domainListOmitsDetailFields() {
        FakeProject acme = fake().project("Acme");
        FakeDomain shop = acme.domain("shop.example.com");

        assertThat(backend().domains().list(acme.id(), PageRequest.first()).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.id()).isEqualTo(shop.id());
                    assertThat(row.domain()).isEqualTo("shop.example.com");
                    assertThat(row.environment()).isNull();
                    assertThat(row.isVerified()).isNull();
                });
    }

    @Test
    default void newPrimaryDomainReplacesTheCurrentOne() {
        FakeProject acme = fake().project("Acme");
        DevPayr devpayr = backend();
        DomainDraft first = DomainDraft.builder("a.example.com", DomainEnvironment.PRODUCTION)
                .isPrimary(true)
                .build();
        DomainDraft second = DomainDraft.builder("b.example.com", DomainEnvironment.PRODUCTION)
                .isPrimary(true)
                .build();

        long demoted = devpayr.domains().create(acme.id(), first).id();
        devpayr.domains().create(acme.id(), second);

        assertThat(devpayr.domains().get(acme.id(), demoted).isPrimary()).isFalse();
    }

    @Test
    @Verifies(Operation.DOMAIN_UPDATE)
    default void domainUpdateChangesOnlyTheGivenFields() {
        FakeProject acme = fake().project("Acme");
        FakeDomain shop = acme.domain("shop.example.com");

        ProjectDomain paid = backend()
                .domains()
                .update(
                        acme.id(),
                        shop.id(),
                        DomainUpdate.builder().hasPaid(true).build());

        assertThat(paid.hasPaid()).isTrue();
        assertThat(paid.domain()).isEqualTo("shop.example.com");
        assertThat(paid.isActive()).isTrue();
    }

    @Test
    @Verifies(Operation.DOMAIN_DELETE)
    default void deletedDomainIsNotFound() {
        FakeProject acme = fake().project("Acme");
        FakeDomain shop = acme.domain("shop.example.com");
        DevPayr devpayr = backend();

        devpayr.domains().delete(acme.id(), shop.id());

        assertThat(devpayr.domains().list(acme.id(), PageRequest.first()).items())
                .isEmpty();
    }

    /** The status depends on the operation; see {@code docs/wire-contract.md}, Transport. */
    @Test
    default void domainOfAnotherProjectHasTheDocumentedStatuses() {
        FakeProject acme = fake().project("Acme");
        FakeDomain foreign = fake().project("Other").domain("other.example.com");
        DevPayr devpayr = backend();
        DomainUpdate update = DomainUpdate.builder().hasPaid(true).build();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.domains().get(acme.id(), foreign.id()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.domains().update(acme.id(), foreign.id(), update));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.domains().delete(acme.id(), foreign.id()));
    }

    @Test
    default void rejectsInvalidAndDuplicateHostNames() {
        FakeProject acme = fake().project("Acme");
        acme.domain("shop.example.com");
        DevPayr devpayr = backend();

        for (String refused : new String[] {"shop.example.com", "https://shop.example.com", "a/b"}) {
            DomainDraft draft =
                    DomainDraft.builder(refused, DomainEnvironment.PRODUCTION).build();
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> devpayr.domains().create(acme.id(), draft))
                    .satisfies(exception -> assertThat(exception.fieldErrors()).containsOnlyKeys("domain"));
        }
    }

    @Test
    default void unknownEnvironmentIsRejectedByDevPayr() {
        FakeProject acme = fake().project("Acme");
        DomainDraft draft = DomainDraft.builder("a.example.com", new DomainEnvironment("moon"))
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend().domains().create(acme.id(), draft))
                .satisfies(exception -> assertThat(exception.fieldErrors()).containsOnlyKeys("environment"));
    }
}
