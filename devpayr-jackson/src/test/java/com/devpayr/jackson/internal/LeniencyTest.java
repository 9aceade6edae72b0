package com.devpayr.jackson.internal;

import static com.devpayr.jackson.internal.Responses.readData;
import static com.devpayr.jackson.internal.Responses.readPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ProtocolException;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeniencyTest {
    private static PaymentStatus paid(String value) {
        return readData(Operation.PAYMENT_CHECK, PaymentStatus.class, "{\"has_paid\":" + value + "}");
    }

    private static License license(String fields) {
        return readData(Operation.LICENSE_GET, License.class, "{\"id\":1,\"uuid\":\"u\"" + fields + "}");
    }

    private static Project project(String fields) {
        return readData(Operation.PROJECT_GET, Project.class, "{\"id\":1,\"name\":\"A\",\"slug\":\"a\"" + fields + "}");
    }

    private static Injectable injectable(String fields) {
        return readData(
                Operation.INJECTABLE_GET,
                Injectable.class,
                "{\"id\":1,\"slug\":\"a\",\"type\":\"html\",\"mode\":\"write\"" + fields + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "\"true\"", "\"on\"", "\"yes\""})
    void readsAllFormsOfTrue(String yes) {
        assertThat(paid(yes).hasPaid()).isTrue();
        assertThat(license(",\"is_test_license\":" + yes).isTestLicense()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "\"0\"", "\"false\"", "\"off\"", "\"no\""})
    void readsAllFormsOfFalse(String no) {
        assertThat(paid(no).hasPaid()).isFalse();
        assertThat(license(",\"is_test_license\":" + no).isTestLicense()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "2", "-1", "99999999999", "1.0", "\"\"", "\"maybe\"", "[]", "[true]", "{}", "\"TRUE \""})
    void rejectsOtherValuesOfABoolean(String unclear) {
        assertThatThrownBy(() -> paid(unclear))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("data.has_paid is missing or of the wrong type");
    }

    @Test
    void rejectsAPaymentStatusWithoutHasPaid() {
        assertThatThrownBy(() -> readData(Operation.PAYMENT_CHECK, PaymentStatus.class, "{}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("has_paid");
    }

    @Test
    void readsMissingFlagsAsFalse() {
        for (String fields : List.of("", ",\"is_active\":null,\"has_paid\":null")) {
            assertThat(project(fields).isActive()).isFalse();
            assertThat(project(fields).hasPaid()).isFalse();
        }
        assertThat(license(",\"allow_configs\":null").allowConfigs()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"meta\":null", ",\"meta\":[]", ",\"meta\":{}"})
    void readsAllFormsOfEmptyMeta(String meta) {
        assertThat(project(meta).meta()).isEmpty();
        assertThat(injectable(meta).meta()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "[{\"name\":\"x\"}]", "[[]]", "\"text\"", "1", "true"})
    void rejectsMetaThatIsNotAnObject(String meta) {
        assertThatThrownBy(() -> project(",\"meta\":" + meta + ",\"has_paid\":true"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("data.meta");
    }

    @Test
    void readsTheFieldsAfterMeta() {
        assertThat(project(",\"meta\":[],\"has_paid\":true").hasPaid()).isTrue();
        assertThat(project(",\"meta\":{\"a\":{}},\"has_paid\":true").hasPaid()).isTrue();
    }

    @Test
    void requiresOnlyIdAndKeyOfALicense() {
        License bare = license("");

        assertThat(bare.id()).isOne();
        assertThat(bare.key().reveal()).isEqualTo("u");
        assertThat(bare)
                .hasAllNullFieldsOrPropertiesExcept("id", "key", "allowedIps", "allowedCountries", "extra")
                .returns(List.of(), License::allowedIps)
                .returns(List.of(), License::allowedCountries)
                .returns(Map.of(), License::extra);
    }

    @Test
    void readsARowOfADomainList() {
        ProjectDomain row =
                (ProjectDomain) readPage(Operation.DOMAIN_LIST, """
                        {"data":[{"id":8,"project_id":7,"domain":"a.example","has_paid":"1","is_active":1,
                         "is_primary":0,"created_at":null,"updated_at":null}],"next_cursor":null}""").items().get(0);

        assertThat(row)
                .isEqualTo(ProjectDomain.builder(8, "a.example")
                        .projectId(7L)
                        .hasPaid(true)
                        .isActive(true)
                        .build());
    }

    @Test
    void ignoresUnknownFields() {
        assertThat(license(
                                ",\"user_id\":1,\"uuid_hash\":\"x\",\"validate_against\":{\"deep\":[1,2,{}]},\"title\":\"T\"")
                        .title())
                .isEqualTo("T");
    }

    @Test
    void keepsUnknownValues() {
        assertThat(license(",\"status\":\"paused\"").status()).isEqualTo(new LicenseStatus("paused"));
        Injectable injectable = readData(
                Operation.INJECTABLE_GET,
                Injectable.class,
                "{\"id\":1,\"slug\":\"a\",\"type\":\"hologram\",\"mode\":\"teleport\"}");
        assertThat(injectable.type()).isEqualTo(new InjectableType("hologram"));
        assertThat(injectable.mode()).isEqualTo(new InjectableMode("teleport"));
        assertThat(readData(
                                Operation.DOMAIN_GET,
                                ProjectDomain.class,
                                "{\"id\":1,\"domain\":\"d\",\"environment\":\"canary\"}")
                        .environment())
                .isEqualTo(new DomainEnvironment("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "encrypted_content"})
    void readsCiphertextUnderBothNames(String name) {
        assertThat(injectable(",\"" + name + "\":\"c1pher\"").content()).isEqualTo(new EncryptedContent("c1pher"));
        assertThat(readPage(
                                Operation.INJECTABLE_STREAM,
                                "{\"injectables\":[{\"slug\":\"a\",\"type\":\"html\",\"mode\":\"write\",\"" + name
                                        + "\":\"c1pher\"}]}")
                        .items())
                .extracting("content")
                .containsExactly(new EncryptedContent("c1pher"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | ",
                "\"\" | ",
                "\" , \" | ",
                "[] | ",
                "\"10.0.0.1\" | 10.0.0.1",
                "\"10.0.0.1, ::1 ,\" | 10.0.0.1 ::1",
                "[\"10.0.0.1\",\"::1\"] | 10.0.0.1 ::1"
            })
    void readsListsFromArraysAndCommaSeparatedText(String json, String expected) {
        List<String> texts = expected == null ? List.of() : Arrays.asList(expected.split(" ", -1));

        assertThat(license(",\"allowed_ips\":" + json).allowedIps()).isEqualTo(texts);
        assertThat(license(",\"allowed_countries\":" + json).allowedCountries()).isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "true", "[1]", "[null]", "[[]]", "[{\"s3cr3t\":1}]"})
    void rejectsOtherLists(String json) {
        assertThatThrownBy(() -> license(",\"allowed_ips\":" + json))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("data.allowed_ips")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-13T12:57:24.000000Z, 2025-12-13T12:57:24Z",
        "2025-12-13T12:57:24.123456Z, 2025-12-13T12:57:24.123456Z",
        "2025-12-13T12:57:24Z, 2025-12-13T12:57:24Z",
        "2025-12-13T12:57:24+01:00, 2025-12-13T11:57:24Z",
        "2025-12-13, 2025-12-13T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z"
    })
    void readsTimesAndDates(String text, Instant time) {
        assertThat(license(",\"expires_at\":\"" + text + "\"").expiresAt()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"s3cr3t\"",
                "\"\"",
                "\"2025-13-01\"",
                "\"2025-02-30\"",
                "\"2025-12-13T12:57:24\"",
                "\"2025-12-13 12:57:24\"",
                "1765630644",
                "{}",
                "\"9999999999-01-01T00:00:00Z\""
            })
    void rejectsOtherTimes(String json) {
        assertThatThrownBy(() -> license(",\"expires_at\":" + json))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("license.get received an invalid response: data.expires_at is missing or of the"
                        + " wrong type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5 | 5", "\"5\" | 5", "\" 5 \" | 5", "5.0 | 5", "5e0 | 5", "null | ", "\"\" | "})
    void readsIntegersFromNumbersAndDigits(String json, @Nullable Integer expected) {
        assertThat(license(",\"max_domains\":" + json).maxDomains()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"5.5\"", "\"five\"", "true", "[]", "{}", "2147483648", "-2147483649", "\"2147483648\"", "1e400"
            })
    void rejectsOtherIntegers(String json) {
        assertThatThrownBy(() -> license(",\"max_domains\":" + json))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("data.max_domains is missing or of the wrong type");
    }

    @Test
    void readsTextFromAnySingleValue() {
        assertThat(license(",\"title\":2026").title()).isEqualTo("2026");
        assertThat(license(",\"title\":true").title()).isEqualTo("true");
    }

    @Test
    void keepsAllValuesOfMeta() {
        assertThat(project(",\"meta\":{\"t\":\"x\",\"n\":1,\"d\":1.5,\"b\":true,\"l\":[1],\"o\":{\"a\":1}}")
                        .meta())
                .isEqualTo(Map.of("t", "x", "n", 1, "d", 1.5, "b", true, "l", List.of(1), "o", Map.of("a", 1)));
    }
}
