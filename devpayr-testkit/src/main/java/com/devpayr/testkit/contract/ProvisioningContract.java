package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.ServerException;
import com.devpayr.error.ValidationException;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of finding resources by their unique names, and of creating those that do not exist. */
public interface ProvisioningContract extends ContractFixture {
    /** A draft whose title identifies the license. */
    LicenseDraft PRO = LicenseDraft.builder("Pro").maxDomains(3).build();

    @Test
    default void findsResourcesByTheirUniqueNames() {
        FakeProject acme = fake().project("Acme");
        long license = acme.license("Pro").id();
        acme.license("Pro 2");
        long domain = acme.domain("shop.example.com").id();
        long injectable = acme.injectable("banner", SECRET, "x").id();
        DevPayr backend = backend();
        String slug = backend.projects().get(acme.id()).slug();

        assertThat(backend.projects().findBySlug(slug)).map(Project::id).contains(acme.id());
        assertThat(backend.licenses().findByTitle(acme.id(), "Pro"))
                .map(License::id)
                .contains(license);
        assertThat(backend.domains().findByDomain(acme.id(), "Shop.EXAMPLE.com"))
                .map(ProjectDomain::id)
                .contains(domain);
        assertThat(backend.injectables().findBySlug(acme.id(), "banner"))
                .map(Injectable::id)
                .contains(injectable);
    }

    @Test
    default void findsNothingByAnUnknownName() {
        FakeProject acme = fake().project("Acme");
        acme.license("Pro");
        DevPayr backend = backend();

        assertThat(backend.projects().findBySlug("unknown")).isEmpty();
        assertThat(backend.licenses().findByTitle(acme.id(), "pro")).isEmpty();
        assertThat(backend.domains().findByDomain(acme.id(), "unknown.example.com"))
                .isEmpty();
        assertThat(backend.injectables().findBySlug(acme.id(), "unknown")).isEmpty();
    }

    @Test
    default void findsALicenseOnTheLastPage() {
        FakeProject acme = fake().project("Acme");
        long first = acme.license("First").id();
        for (int i = 0; i < 100; i++) {
            acme.license("License " + i);
        }

        assertThat(backend().licenses().findByTitle(acme.id(), "First"))
                .map(License::id)
                .contains(first);
    }

    @Test
    default void twoResourcesWithAUniqueNameAreAnErrorThatNamesBoth() {
        DevPayr backend = backend();
        fake().stubNext(
                        Operation.LICENSE_LIST,
                        StubResponse.of(200)
                                .body("{\"data\":{\"data\":[{\"id\":12,\"uuid\":\"k\",\"title\":\"Pro\"},"
                                        + "{\"id\":15,\"uuid\":\"l\",\"title\":\"Pro\"}],\"next_cursor\":null}}"));

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> backend.licenses().ensure(7, PRO))
                .withMessageContaining("the title \"Pro\" is not unique, IDs 12 and 15");
        assertThat(sent(Operation.LICENSE_CREATE)).isEmpty();
    }

    @Test
    default void ensureCreatesWhatDoesNotExist() {
        DevPayr backend = backend();

        EnsureResult<Project> project = backend.projects()
                .ensure(ProjectDraft.builder("Acme").slug("acme").build());
        long id = project.resource().id();
        EnsureResult<ProjectDomain> domain = backend.domains()
                .ensure(
                        id,
                        DomainDraft.builder("a.example", DomainEnvironment.PRODUCTION)
                                .build());
        EnsureResult<License> license = backend.licenses().ensure(id, PRO);
        EnsureResult<Injectable> injectable = backend.injectables().ensure(id, banner());

        assertThat(List.of(project, domain, license, injectable)).allMatch(EnsureResult::isCreated);
        assertThat(license.resource().maxDomains()).isEqualTo(3);
    }

    @Test
    default void ensureReturnsAnExistingResourceUnchanged() {
        DevPayr backend = backend();
        Project project = backend.projects()
                .create(ProjectDraft.builder("Acme").slug("acme").build());
        ProjectDomain domain = backend.domains()
                .create(
                        project.id(),
                        DomainDraft.builder("a.example", DomainEnvironment.STAGING)
                                .build());
        License license = backend.licenses()
                .create(project.id(), LicenseDraft.builder("Pro").build());
        Injectable injectable = backend.injectables().create(project.id(), banner());
        fake().clearRequests();

        assertThat(backend.projects()
                        .ensure(ProjectDraft.builder("Other").slug("acme").build()))
                .isEqualTo(new EnsureResult<>(project, false));
        EnsureResult<ProjectDomain> sameDomain = backend.domains()
                .ensure(
                        project.id(),
                        DomainDraft.builder("A.example", DomainEnvironment.PRODUCTION)
                                .build());
        assertThat(sameDomain.isCreated()).isFalse();
        assertThat(sameDomain.resource().id()).isEqualTo(domain.id());
        assertThat(backend.licenses().ensure(project.id(), PRO)).isEqualTo(new EnsureResult<>(license, false));
        EnsureResult<Injectable> sameInjectable = backend.injectables().ensure(project.id(), banner());
        assertThat(sameInjectable.isCreated()).isFalse();
        assertThat(sameInjectable.resource().id()).isEqualTo(injectable.id());
        assertThat(fake().requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    default void ensureFindsWhatItCreatedIfTheResponseIsLost() {
        FakeProject acme = fake().project("Acme");
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        EnsureResult<License> license = backend().licenses().ensure(acme.id(), PRO);

        assertThat(license.isCreated()).isTrue();
        assertThat(license.resource().title()).isEqualTo("Pro");
        assertThat(sent(Operation.LICENSE_CREATE)).hasSize(1);
        assertThat(backend().licenses().listAll(acme.id())).containsExactly(license.resource());
    }

    @Test
    default void ensureReportsAnUnknownOutcomeIfTheResourceIsNotThere() {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend();
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> backend.licenses().ensure(acme.id(), PRO));

        assertThat(sent(Operation.LICENSE_CREATE)).hasSize(1);
        assertThat(backend.licenses().ensure(acme.id(), PRO).isCreated()).isTrue();
        assertThat(backend.licenses().listAll(acme.id())).hasSize(1);
    }

    @Test
    default void aFailureToLookAgainDoesNotHideThatTheOutcomeIsUnknown() {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend().with(call -> {
            if (call.operation() == Operation.LICENSE_CREATE) {
                fake().stubNext(Operation.LICENSE_LIST, StubResponse.of(500).times(attemptsOf(Operation.LICENSE_LIST)));
            }
            return call.proceed();
        });
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        assertThatExceptionOfType(OutcomeUnknownException.class)
                .isThrownBy(() -> backend.licenses().ensure(acme.id(), PRO))
                .satisfies(failure ->
                        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(ServerException.class));
    }

    /** Another caller creates the license after the list was read, and DevPayr rejects the duplicate. */
    @Test
    default void ensureReturnsWhatAConcurrentCallerCreated() {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend().with(call -> {
            if (call.operation() == Operation.LICENSE_CREATE) {
                acme.license("Pro");
            }
            return call.proceed();
        });

        EnsureResult<License> license = backend.licenses().ensure(acme.id(), PRO);

        assertThat(license.isCreated()).isFalse();
        assertThat(backend.licenses().listAll(acme.id())).containsExactly(license.resource());
    }

    /** The limit of the plan is checked before the name, so that the rejection does not mention the duplicate. */
    @ParameterizedTest
    @ValueSource(ints = {403, 409})
    default void ensureReturnsWhatAConcurrentCallerCreatedWhateverTheRejectionIs(int status) {
        FakeProject acme = fake().project("Acme");
        fake().stubNext(Operation.LICENSE_CREATE, StubResponse.of(status).afterProcessing());

        EnsureResult<License> license = backend().licenses().ensure(acme.id(), PRO);

        assertThat(license.isCreated()).isFalse();
        assertThat(license.resource().title()).isEqualTo("Pro");
    }

    @Test
    default void ensureReportsARejectionIfTheResourceIsNotThere() {
        FakeProject acme = fake().project("Acme");
        DevPayr backend = backend();
        fake().account("Default").maxProjects(1);

        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> backend.licenses()
                .ensure(acme.id(), LicenseDraft.builder("Pro").domainId(99).build()));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> backend.projects()
                .ensure(ProjectDraft.builder("Second").slug("second").build()));
    }

    @Test
    default void ensureRequiresAUniqueName() {
        DevPayr backend = backend();

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() ->
                        backend.projects().ensure(ProjectDraft.builder("Acme").build()))
                .withMessageContaining("slug(String)");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> backend.injectables()
                        .ensure(
                                7,
                                InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, SECRET)
                                        .targetPath("banner")
                                        .content("x")
                                        .build()))
                .withMessageContaining("slug(String)");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> backend.licenses().findByTitle(7, " "));
        assertThat(fake().requests()).isEmpty();
    }

    private List<RecordedRequest> sent(Operation operation) {
        return fake().requests().stream()
                .filter(request -> Objects.equals(request.operation(), operation))
                .toList();
    }

    private static InjectableDraft banner() {
        return InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, SECRET)
                .targetPath("banner")
                .content("<b>Pro</b>")
                .slug("banner")
                .build();
    }
}
