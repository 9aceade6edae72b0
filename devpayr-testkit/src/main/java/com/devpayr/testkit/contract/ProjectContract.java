package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.testkit.FakeProject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Projects. */
public interface ProjectContract extends ContractFixture {
    @Test
    default void aProjectIsMadeWithEveryFieldThatItsDraftSets() {
        Project made = backend()
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

        assertThat(made.id()).isPositive();
        assertThat(made.name()).isEqualTo("Acme");
        assertThat(made.slug()).isEqualTo("acme-1");
        assertThat(made.description()).isEqualTo("Anvils");
        assertThat(made.defaultRedirectUrl()).isEqualTo("https://acme.example/buy");
        assertThat(made.logoUrl()).isEqualTo("https://acme.example/logo.png");
        assertThat(made.webhookUrl()).isEqualTo("https://acme.example/hook");
        assertThat(made.meta()).isEqualTo(Map.of("tier", "gold"));
        assertThat(made.hasPaid()).isTrue();
        assertThat(made.isActive()).isTrue();
        assertThat(made.createdAt()).isEqualTo(fake().clock().instant());
    }

    @Test
    default void aProjectNeedsNothingButItsName() {
        Project made = backend().projects().create(ProjectDraft.builder("Acme").build());

        assertThat(made.slug()).isNotBlank();
        assertThat(made.description()).isNull();
        assertThat(made.meta()).isEmpty();
        assertThat(made.hasPaid()).isFalse();
        assertThat(made.lockedAt()).isNull();
    }

    @Test
    default void aProjectIsFoundByItsIdAndInTheList() {
        DevPayr devpayr = backend();
        Project made = devpayr.projects().create(ProjectDraft.builder("Acme").build());

        assertThat(devpayr.projects().get(made.id())).isEqualTo(made);
        assertThat(devpayr.projects().list(PageRequest.first()).items())
                .extracting(Project::id)
                .containsExactly(made.id());
    }

    @Test
    default void anUpdateOfAProjectTouchesOnlyWhatItSets() {
        DevPayr devpayr = backend();
        Project made = devpayr.projects()
                .create(ProjectDraft.builder("Acme").description("Anvils").build());

        Project paid = devpayr.projects()
                .update(made.id(), ProjectUpdate.builder().hasPaid(true).build());

        assertThat(paid.hasPaid()).isTrue();
        assertThat(paid.name()).isEqualTo("Acme");
        assertThat(paid.description()).isEqualTo("Anvils");
    }

    @Test
    default void anUpdateOfAProjectClearsWhatItClears() {
        DevPayr devpayr = backend();
        Project made = devpayr.projects()
                .create(ProjectDraft.builder("Acme")
                        .description("Anvils")
                        .logoUrl("https://acme.example/logo.png")
                        .build());

        Project cleared = devpayr.projects()
                .update(made.id(), ProjectUpdate.builder().clearDescription().build());

        assertThat(cleared.description()).isNull();
        assertThat(cleared.logoUrl()).isEqualTo("https://acme.example/logo.png");
    }

    @Test
    default void aDeletedProjectIsGoneWithAllThatBelongsToIt() {
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
    default void aScopedKeySeesItsOwnProjectOnly() {
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
    default void anotherOwnersProjectIsRefused() {
        FakeProject theirs = fake().account("Other").project("Theirs");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> backend().projects().get(theirs.id()));
    }

    @Test
    default void aFieldThatDevPayrRefusesIsNamed() {
        fake().project("Acme");
        ProjectDraft draft = ProjectDraft.builder("x".repeat(256))
                .slug("not a slug")
                .logoUrl("no url")
                .build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend().projects().create(draft))
                .satisfies(refusal -> assertThat(refusal.fieldErrors()).containsOnlyKeys("name", "slug", "logo_url"))
                .withMessageContaining("name: ");
    }
}
