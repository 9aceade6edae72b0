package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.SignedWebhook;
import com.devpayr.testkit.openapi.OpenApiValidator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the platform's webhooks with the OpenAPI document. */
class OpenApiWebhookTest {
    private static final OpenApiValidator OPENAPI = new OpenApiValidator();
    private static final Secret SECRET = Secret.of("a webhook secret");
    private static final String URL = "https://acme.example/hook";

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final List<SignedWebhook> received = new ArrayList<>();

    @Test
    void everyWebhookIsAsDocumented() {
        fake.onWebhook(received::add);
        DevPayr backend = fake.connect(DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain("ci.example.com")
                .build());
        FakeProject acme = fake.project("Acme").webhook(URL, SECRET);
        changeLicense(backend, acme);
        changeDomain(backend, acme);
        changeProjects(backend, acme);

        assertThat(received.stream().flatMap(webhook -> OPENAPI.checkWebhook(webhook).stream()))
                .isEmpty();
        assertThat(received).extracting(SignedWebhook::event).hasSameElementsAs(OPENAPI.webhooks());
        assertThat(received)
                .as("one of a project without a secret")
                .filteredOn(webhook -> !webhook.headers().containsKey("X-Devpayr-Signature"))
                .hasSize(1);
    }

    private void changeLicense(DevPayr backend, FakeProject acme) {
        FakeLicense pro = acme.license("Pro");
        LicenseUpdate update = LicenseUpdate.builder().maxDomains(1).build();
        backend.licenses().update(acme.id(), pro.id(), update);
        backend.licenses().revoke(acme.id(), pro.id());
        backend.licenses().reactivate(acme.id(), pro.id());
        pro.expiresAt(fake.clock().instant().plus(Duration.ofDays(1)));
        fake.clock().advance(Duration.ofDays(2));
        fake.sendDueWebhooks();
        backend.licenses().delete(acme.id(), pro.id());
    }

    private static void changeDomain(DevPayr backend, FakeProject acme) {
        FakeDomain domain = acme.domain("shop.example.com");
        DomainUpdate update = DomainUpdate.builder().hasPaid(true).build();
        backend.domains().update(acme.id(), domain.id(), update);
        backend.domains().delete(acme.id(), domain.id());
    }

    private static void changeProjects(DevPayr backend, FakeProject acme) {
        ProjectUpdate update = ProjectUpdate.builder().description("x").build();
        backend.projects().update(acme.id(), update);
        acme.paid().unpaid().locked().unlocked();
        backend.projects().delete(acme.id());
        backend.projects().create(ProjectDraft.builder("New").webhookUrl(URL).build());
    }

    @Test
    void detectsAWrongWebhook() {
        SignedWebhook wrong = SignedWebhook.create(
                "license.revoked", "{\"id\":\"12\",\"title\":\"Pro\",\"colour\":\"red\"}", SECRET, Instant.now());
        SignedWebhook unknown = SignedWebhook.create("license.suspended", "{}", SECRET, Instant.now());

        assertThat(OPENAPI.checkWebhook(wrong))
                .anyMatch(text -> text.contains("uuid"))
                .anyMatch(text -> text.contains("/data/id"))
                .anyMatch(text -> text.contains("colour"));
        assertThat(OPENAPI.checkWebhook(unknown)).isNotEmpty();
    }
}
