package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.testkit.FakeProject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of projects. */
public interface ProjectContract extends ContractFixture {
    @Test
    @Verifies(Operation.PROJECT_CREATE)
    default void createsAProjectWithAllFields() {
        Project created = backend()
                .projects()
                .create(ProjectDraft.builder("Acme")
                        .slug("acme-1")
                        .description("Anvils")
                        .defaultRedirectUrl("https://acme.example/buy")
                        .logoUrl("https://acme.example/logo.png")
                        .webhookUrl("https://acme.example/hook")
                        .webhookSecret(SECRET)
                        .meta(Map.of("tier", "gold"))
                        .hasPaid(true)
                        .build());

        assertThat(created.id()).isPositive();
        assertThat(created.name()).isEqualTo("Acme");
        assertThat(created.slug()).isEqualTo("acme-1");
        assertThat(created.description()).isEqualTo("Anvils");
        assertThat(created.defaultRedirectUrl()).isEqualTo("https://acme.example/buy");
        assertThat(created.logoUrl()).isEqualTo("https://acme.example/logo.png");
        assertThat(created.webhookUrl()).isEqualTo("https://acme.example/hook");
        assertThat(created.meta()).isEqualTo(Map.of("tier", "gold"));
        assertThat(created.hasPaid()).isTrue();
        assertThat(created.isActive()).isTrue();
        assertThat(created.createdAt()).isEqualTo(fake().clock().instant());
    }

    @Test
    default void createsAProjectWithOnlyAName() {
        Project created =
                backend().projects().create(ProjectDraft.builder("Acme").build());

        assertThat(created.slug()).isNotBlank();
        assertThat(created.description()).isNull();
        assertThat(created.meta()).isEmpty();
        assertThat(created.hasPaid()).isFalse();
        assertThat(created.lockedAt()).isNull();
    }

    @Test
    @Verifies({Operation.PROJECT_GET, Operation.PROJECT_LIST})
    default void findsAProjectByIdAndInTheList() {
        DevPayr devpayr = backend();
        Project created = devpayr.projects().create(ProjectDraft.builder("Acme").build());

        assertThat(devpayr.projects().get(created.id())).isEqualTo(created);
        assertThat(devpayr.projects().list(PageRequest.first()).items())
                .extracting(Project::id)
                .containsExactly(created.id());
    }

    @Test
    @Verifies(Operation.PROJECT_UPDATE)
    default void projectUpdateChangesOnlyTheGivenFields() {
        DevPayr devpayr = backend();
        Project created = devpayr.projects()
                .create(ProjectDraft.builder("Acme").description("Anvils").build());

        Project paid = devpayr.projects()
                .update(created.id(), ProjectUpdate.builder().hasPaid(true).build());

        assertThat(paid.hasPaid()).isTrue();
        assertThat(paid.name()).isEqualTo("Acme");
        assertThat(paid.description()).isEqualTo("Anvils");
    }

    @Test
    default void projectUpdateClearsFields() {
        DevPayr devpayr = backend();
        Project created = devpayr.projects()
                .create(ProjectDraft.builder("Acme")
                        .description("Anvils")
                        .logoUrl("https://acme.example/logo.png")
                        .build());

        Project cleared = devpayr.projects()
                .update(created.id(), ProjectUpdate.builder().clearDescription().build());

        assertThat(cleared.description()).isNull();
        assertThat(cleared.logoUrl()).isEqualTo("https://acme.example/logo.png");
    }

    @Test
    @Verifies(Operation.PROJECT_DELETE)
    default void deletedProjectIsNotFoundNorAreItsChildren() {
        DevPayr devpayr = backend();
        FakeProject acme = fake().project("Acme");
        acme.license("Pro");

        devpayr.projects().delete(acme.id());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.projects().get(acme.id()));
        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> devpayr.licenses().list(acme.id(), PageRequest.first()));
    }

    @Test
    default void scopedKeyListsOnlyItsProject() {
        FakeProject acme = fake().project("Acme");
        FakeProject other = fake().project("Other");
        DevPayr devpayr = backend(acme.createApiKey());

        assertThat(devpayr.projects().list(PageRequest.first()).items())
                .extracting(Project::id)
                .containsExactly(acme.id());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().get(other.id()));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> devpayr.projects()
                .create(ProjectDraft.builder("New").build()));
    }

    @Test
    default void projectOfAnotherOwnerIsForbidden() {
        FakeProject theirs = fake().account("Other").project("Theirs");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> backend().projects().get(theirs.id()));
    }

    @Test
    default void projectValidationErrorsNameTheFields() {
        fake().project("Acme");
        ProjectDraft draft = ProjectDraft.builder("x".repeat(256))
                .slug("not a slug")
                .logoUrl("no url")
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend().projects().create(draft))
                .satisfies(
                        exception -> assertThat(exception.fieldErrors()).containsOnlyKeys("name", "slug", "logo_url"))
                .withMessageContaining("name: ");
    }
}
