package com.devpayr.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WebhookEventTest {
    private static final LicenseKey KEY = LicenseKey.of("0197a0b1-5f00-7000-8000-00000000cafe");

    static Stream<WebhookEventType> knownTypes() {
        return Arrays.stream(WebhookEventType.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isPublic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (WebhookEventType) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }

    private static WebhookEvent event(String type) {
        return WebhookEvent.builder("evt-1", new WebhookEventType(type)).build();
    }

    @Test
    void knowsTheTypesOfTheContract() {
        assertThat(knownTypes().map(WebhookEventType::value))
                .containsExactlyInAnyOrder(
                        "project.created",
                        "project.updated",
                        "project.deleted",
                        "project.paid",
                        "project.unpaid",
                        "project.locked",
                        "domain.created",
                        "domain.updated",
                        "domain.deleted",
                        "license.created",
                        "license.updated",
                        "license.revoked",
                        "license.reactivated",
                        "license.expired",
                        "license.deleted");
    }

    @ParameterizedTest
    @MethodSource("knownTypes")
    void eachKnownTypeHasAClassOfItsName(WebhookEventType type) {
        WebhookEvent event = WebhookEvent.builder("evt-1", type).build();

        assertThat(event.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .isEqualTo(type.value().replace(".", ""));
    }

    @Test
    void everyEventClassIsBuilt() {
        List<Class<?>> built = knownTypes()
                .<Class<?>>map(type -> event(type.value()).getClass())
                .toList();

        assertThat(leaves(WebhookEvent.class).filter(type -> type != UnknownEvent.class))
                .containsExactlyInAnyOrderElementsOf(built);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] subtypes = type.getPermittedSubclasses();
        return subtypes == null ? Stream.of(type) : Stream.of(subtypes).flatMap(WebhookEventTest::leaves);
    }

    @ParameterizedTest
    @CsvSource({
        "license.suspended,LicenseEvent",
        "project.archived,ProjectEvent",
        "domain.verified,DomainEvent",
        "account.updated,UnknownEvent",
        "license,LicenseEvent",
        "'',UnknownEvent"
    })
    void keepsUnknownTypes(String type, String expected) {
        WebhookEvent event = event(type);

        assertThat(event.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(event.type()).hasToString(type);
    }

    @Test
    void hasTypedData() {
        License license = License.builder(3, KEY).projectId(7L).build();
        ProjectDomain domain =
                ProjectDomain.builder(4, "shop.example.com").projectId(7L).build();
        Project project = Project.builder(7, "Acme", "acme").build();

        LicenseRevoked revoked = (LicenseRevoked) WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_REVOKED)
                .license(license)
                .createdAt(Instant.EPOCH)
                .body("{}")
                .build();
        DomainDeleted deleted = (DomainDeleted) WebhookEvent.builder("evt-2", WebhookEventType.DOMAIN_DELETED)
                .domain(domain)
                .build();
        ProjectPaid paid = (ProjectPaid) WebhookEvent.builder("evt-3", WebhookEventType.PROJECT_PAID)
                .project(project)
                .build();

        assertThat(revoked.id()).isEqualTo("evt-1");
        assertThat(revoked.license()).isEqualTo(license);
        assertThat(revoked.createdAt()).isEqualTo(Instant.EPOCH);
        assertThat(revoked.body()).isEqualTo("{}");
        assertThat(revoked.projectId()).isEqualTo(7);
        assertThat(deleted.domain()).isEqualTo(domain);
        assertThat(deleted.projectId()).isEqualTo(7);
        assertThat(paid.project()).isEqualTo(project);
        assertThat(paid.projectId()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"license.deleted,project_id", "domain.deleted,project_id", "project.deleted,id", "other,project_id"})
    void findsTheProjectOfIncompleteData(String type, String field) {
        WebhookEvent event = WebhookEvent.builder("evt-1", new WebhookEventType(type))
                .data(Map.of(field, 7))
                .build();

        assertThat(event.projectId()).isEqualTo(7);
        assertThat(event(type).projectId()).isNull();
    }

    @Test
    void dataIsAnUnmodifiableCopy() {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("expires_at", null);
        WebhookEvent event = WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_EXPIRED)
                .data(data)
                .build();

        data.clear();

        assertThat(event.data()).hasSize(1).containsEntry("expires_at", null);
        assertThatThrownBy(() -> event.data().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textContainsNoLicenseKey() {
        WebhookEvent event = WebhookEvent.builder("evt-1", WebhookEventType.LICENSE_REVOKED)
                .license(License.builder(3, KEY).projectId(7L).build())
                .data(Map.of("uuid", KEY.reveal()))
                .body("{\"uuid\":\"" + KEY.reveal() + "\"}")
                .build();

        assertThat(event).hasToString("LicenseRevoked[id=evt-1, type=license.revoked, createdAt=null, projectId=7]");
    }
}
