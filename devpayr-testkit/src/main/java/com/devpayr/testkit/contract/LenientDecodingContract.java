package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.testkit.model.StubResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of lenient decoding: all forms that DevPayr may send are accepted. */
public interface LenientDecodingContract extends ContractFixture {
    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null"})
    default void readsAnEmptyArrayAsAnEmptyObject(String meta) {
        assertThat(project("\"meta\":" + meta).meta()).isEmpty();
    }

    @Test
    default void readsNestedMeta() {
        assertThat(project("\"meta\":{\"a\":{\"b\":[1,\"x\",null,true]}}")
                        .meta()
                        .toString())
                .isEqualTo("{a={b=[1, x, null, true]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "\"true\""})
    default void readsAllFormsOfTrue(String value) {
        assertThat(project("\"has_paid\":" + value).hasPaid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "\"0\"", "\"false\"", "null"})
    default void readsAllFormsOfFalse(String value) {
        assertThat(project("\"has_paid\":" + value).hasPaid()).isFalse();
    }

    @Test
    default void ignoresUnknownFieldsAndKeepsUnknownValues() {
        License license = license("\"status\":\"unknown-value\",\"unheard_of\":{\"a\":[]}");

        assertThat(license.status()).isEqualTo(new LicenseStatus("unknown-value"));
    }

    @Test
    default void readsListsFromStringsArraysAndNull() {
        assertThat(license("\"allowed_ips\":\"1.1.1.1, 1.1.1.2\"").allowedIps()).containsExactly("1.1.1.1", "1.1.1.2");
        assertThat(license("\"allowed_ips\":[\"1.1.1.1\"]").allowedIps()).containsExactly("1.1.1.1");
        assertThat(license("\"allowed_ips\":\"\"").allowedIps()).isEmpty();
        assertThat(license("\"allowed_ips\":null").allowedIps()).isEmpty();
        assertThat(license("\"title\":\"x\"").allowedIps()).isEmpty();
    }

    @Test
    default void readsADateAsATimestamp() {
        assertThat(license("\"expires_at\":\"2031-02-03\"").expiresAt())
                .isEqualTo(Instant.parse("2031-02-03T00:00:00Z"));
        assertThat(license("\"expires_at\":\"2031-02-03T04:05:06.123456Z\"").expiresAt())
                .isEqualTo(Instant.parse("2031-02-03T04:05:06.123456Z"));
        assertThat(license("\"expires_at\":\"2031-02-03T04:05:06+02:00\"").expiresAt())
                .isEqualTo(Instant.parse("2031-02-03T02:05:06Z"));
    }

    @Test
    default void readsALicenseWithOnlyIdAndKey() {
        License license = license("\"x\":1");

        assertThat(license.id()).isEqualTo(12);
        assertThat(license.key().reveal()).isEqualTo("k");
        assertThat(license.status()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "encrypted_content"})
    default void readsTheCiphertextFromEitherField(String field) {
        DevPayr devpayr = backend();
        String row = "{\"id\":1,\"slug\":\"s\",\"type\":\"unknown-value\",\"mode\":\"beam\",\"" + field + "\":\"abc\"}";
        fake().stubNext(Operation.INJECTABLE_GET, StubResponse.of(200).body("{\"data\":" + row + "}"));
        fake().stubNext(
                        Operation.INJECTABLE_STREAM,
                        StubResponse.of(200).body("{\"data\":{\"injectables\":[" + row + "],\"has_more\":false}}"));

        Injectable single = devpayr.injectables().get(1, 1);
        DeliveredInjectable streamed = application(
                        fake().project("Acme").license("Pro").key())
                .runtime()
                .injectables(PageRequest.first())
                .items()
                .get(0);

        assertThat(single.content()).isEqualTo(new EncryptedContent("abc"));
        assertThat(streamed.content()).isEqualTo(new EncryptedContent("abc"));
        assertThat(single.type()).isEqualTo(new InjectableType("unknown-value"));
        assertThat(single.mode()).isEqualTo(new InjectableMode("beam"));
        assertThat(single.meta()).isEqualTo(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"status\":\"ok\",", "\"status\":true,", "\"status\":200,", ""})
    default void ignoresTheStatusOfTheEnvelope(String status) {
        DevPayr devpayr = backend();
        fake().stubNext(
                        Operation.PROJECT_LIST,
                        StubResponse.of(200).body("{" + status + "\"data\":{\"data\":[],\"next_cursor\":null}}"));

        assertThat(devpayr.projects().list(PageRequest.first()).items()).isEqualTo(List.of());
    }

    private Project project(String field) {
        DevPayr devpayr = backend();
        fake().stubNext(
                        Operation.PROJECT_GET,
                        StubResponse.of(200).body("{\"data\":{\"id\":7,\"name\":\"A\",\"slug\":\"a\"," + field + "}}"));
        return devpayr.projects().get(7);
    }

    private License license(String field) {
        DevPayr devpayr = backend();
        fake().stubNext(
                        Operation.LICENSE_GET,
                        StubResponse.of(200).body("{\"data\":{\"id\":12,\"uuid\":\"k\"," + field + "}}"));
        return devpayr.licenses().get(7, 12);
    }
}
