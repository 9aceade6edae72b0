package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.Responses.read;
import static com.devpayr.jackson.internal.Responses.readData;
import static com.devpayr.jackson.internal.Responses.readPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ProtocolException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final Instant TIME = Instant.parse("2025-12-13T12:57:24.123456Z");
    private static final String STAMPS =
            "\"created_at\":\"2025-12-13T12:57:24.123456Z\",\"updated_at\":\"2025-12-13T12:57:24.123456Z\"";

    @Test
    void readsAllFieldsOfAProject() {
        assertThat(readData(Operation.PROJECT_GET, Project.class, """
                        {"id":7,"name":"Shop","slug":"shop","description":"d","default_redirect_url":"r","logo_url":"l",
                         "webhook_url":"w","meta":{"a":[1,{"b":null}]},"is_active":true,"has_paid":false,
                         "locked_at":"2025-12-13T12:57:24.123456Z","%s}""".replace("\"%s", STAMPS)))
                .isEqualTo(Project.builder(7, "Shop", "shop")
                        .description("d")
                        .defaultRedirectUrl("r")
                        .logoUrl("l")
                        .webhookUrl("w")
                        .meta(Map.of("a", List.of(1, java.util.Collections.singletonMap("b", null))))
                        .isActive(true)
                        .lockedAt(TIME)
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build());
    }

    @Test
    void readsAllFieldsOfADomain() {
        assertThat(readData(Operation.DOMAIN_GET, ProjectDomain.class, """
                        {"id":8,"project_id":7,"domain":"shop.example.com","environment":"staging","has_paid":true,
                         "is_active":true,"is_primary":false,"is_verified":true,"is_locked":false,"%s}""".replace("\"%s", STAMPS)))
                .isEqualTo(ProjectDomain.builder(8, "shop.example.com")
                        .projectId(7L)
                        .environment(DomainEnvironment.STAGING)
                        .hasPaid(true)
                        .isActive(true)
                        .isVerified(true)
                        .isLocked(false)
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build());
    }

    @Test
    void readsAllFieldsOfALicense() {
        assertThat(readData(Operation.LICENSE_GET, License.class, """
                        {"id":12,"uuid":"0193-uuid","project_id":7,"title":"Pro","domain_id":8,"status":"active",
                         "expires_at":"2025-12-13T12:57:24.123456Z","max_domains":1,"max_subdomains_per_domain":2,
                         "max_usage_per_day":3,"allowed_ips":["10.0.0.1"],"allowed_countries":["DE"],
                         "is_test_license":true,"allow_configs":false,"%s}""".replace("\"%s", STAMPS)))
                .isEqualTo(License.builder(12, LicenseKey.of("0193-uuid"))
                        .projectId(7L)
                        .title("Pro")
                        .domainId(8L)
                        .status(LicenseStatus.ACTIVE)
                        .expiresAt(TIME)
                        .maxDomains(1)
                        .maxSubdomainsPerDomain(2)
                        .maxUsagePerDay(3)
                        .allowedIps(List.of("10.0.0.1"))
                        .allowedCountries(List.of("DE"))
                        .isTestLicense(true)
                        .allowConfigs(false)
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build());
    }

    @Test
    void readsAllFieldsOfAnInjectable() {
        assertThat(readData(Operation.INJECTABLE_GET, Injectable.class, """
                        {"id":9,"project_id":7,"slug":"banner","title":"Banner","type":"html","mode":"inline_render",
                         "target_path":"t","content":"c1pher","file_path":"f1le","content_hash":"h","signature":"s",
                         "validate_endpoint":"v","only_if_paid":true,"is_active":true,"meta":{},
                         "last_delivered_at":"2025-12-13T12:57:24.123456Z","%s}""".replace("\"%s", STAMPS)))
                .isEqualTo(Injectable.builder(9, "banner", InjectableType.HTML, InjectableMode.INLINE_RENDER)
                        .projectId(7L)
                        .title("Banner")
                        .targetPath("t")
                        .content(new EncryptedContent("c1pher"))
                        .filePath("f1le")
                        .contentHash("h")
                        .signature("s")
                        .validateEndpoint("v")
                        .onlyIfPaid(true)
                        .isActive(true)
                        .lastDeliveredAt(TIME)
                        .createdAt(TIME)
                        .updatedAt(TIME)
                        .build());
    }

    @Test
    void readsAPageWithItsCursor() {
        Page<?> page = readPage(Operation.PROJECT_LIST, """
                {"data":[{"id":1,"name":"A","slug":"a"},{"id":2,"name":"B","slug":"b"}],
                 "next_cursor":"eyJpZCI6Mn0=","prev_cursor":null,"per_page":2,"path":"x"}""");

        assertThat(page.items()).extracting("name").containsExactly("A", "B");
        assertThat(page.nextCursor()).isEqualTo("eyJpZCI6Mn0=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":[],\"next_cursor\":null}", "{\"next_cursor\":null,\"data\":[]}", "{\"data\":[]}"})
    void readsTheLastPageWithoutACursor(String data) {
        assertThat(readPage(Operation.LICENSE_LIST, data)).isEqualTo(Page.of(List.of()));
    }

    @Test
    void readsAStreamOfInjectables() {
        assertThat(readPage(Operation.INJECTABLE_STREAM, """
                        {"injectables":[{"slug":"banner","type":"html","mode":"write","encrypted_content":"c1pher",
                         "target_path":"t","signature":"s","meta":[]}],"next_cursor":"n","has_more":true}"""))
                .isEqualTo(Page.of(
                        List.of(DeliveredInjectable.builder("banner", InjectableType.HTML, InjectableMode.WRITE)
                                .targetPath("t")
                                .content(new EncryptedContent("c1pher"))
                                .signature("s")
                                .build()),
                        "n"));
    }

    @Test
    void readsAPaymentStatusWithInjectables() {
        assertThat(readData(Operation.PAYMENT_CHECK, PaymentStatus.class, "{\"has_paid\":false}"))
                .isEqualTo(PaymentStatus.builder(false).build());
        assertThat(readData(Operation.PAYMENT_STATUS, PaymentStatus.class, "{\"has_paid\":true,\"injectables\":null}"))
                .isEqualTo(PaymentStatus.builder(true).build());
        assertThat(readData(
                                Operation.PAYMENT_CHECK,
                                PaymentStatus.class,
                                "{\"has_paid\":1,\"injectables\":[{\"slug\":\"a\",\"type\":\"css\",\"mode\":\"mount\"}]}")
                        .injectables())
                .extracting(DeliveredInjectable::slug)
                .containsExactly("a");
    }

    @Test
    void ignoresOrderAndOtherFieldsOfTheEnvelope() {
        assertThat(read(Operation.PAYMENT_CHECK, PaymentStatus.class, """
                         {"errors":{"data":{"has_paid":false}},"debug":[[{"data":1}]],"status":418,
                         "data":{"x":{"has_paid":false},"has_paid":true,"y":[]},"message":null} \n""").hasPaid())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LICENSE_REVOKE", "LICENSE_REACTIVATE", "LICENSE_DELETE", "PROJECT_DELETE"})
    void acceptsEmptyResultsForVoidMethods(Operation operation) {
        for (String body : List.of(
                "",
                " \n",
                "{}",
                "[]",
                "{\"status\":\"success\",\"data\":null}",
                "{\"message\":\"m\",\"data\":{\"message\":\"Reactivated\"}}")) {
            assertThat(read(operation, body)).as(body).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "\"text\"", "42", "null", "true", "{}{}", "{\"a\":", "{} trailing"})
    void rejectsOtherBodiesForVoidMethods(String body) {
        assertThatThrownBy(() -> read(Operation.LICENSE_REVOKE, body)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":null}", "{\"status\":\"success\",\"errors\":{\"a\":[\"b\"]}}"})
    void rejectsAnEnvelopeWithoutData(String body) {
        for (Operation operation : List.of(Operation.LICENSE_GET, Operation.LICENSE_LIST, Operation.PAYMENT_CHECK)) {
            assertThatThrownBy(() -> read(operation, body))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessage(operation.id() + " received an invalid response: data is missing");
        }
    }

    @Test
    void rejectsABodyWithoutAnEnvelope() {
        assertThatThrownBy(() -> read(Operation.PROJECT_LIST, "{\"status\":\"ok\",\"message\":\"Welcome\"}"))
                .hasMessageContaining("data is missing");
        assertThatThrownBy(() -> read(Operation.PAYMENT_CHECK, "{\"has_paid\":true}"))
                .hasMessageContaining("data is missing");
    }
}
