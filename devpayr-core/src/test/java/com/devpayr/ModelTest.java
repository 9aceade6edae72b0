package com.devpayr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.DomainValidation;
import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.secret.LicenseKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    static Stream<Arguments> openValues() {
        return Stream.of(
                open(DomainEnvironment::new, DomainEnvironment.STAGING, "staging"),
                open(DomainValidation::new, DomainValidation.LICENSE_DOMAINS, "license_domains"),
                open(LicenseStatus::new, LicenseStatus.SUSPENDED, "suspended"),
                open(InjectableType::new, InjectableType.SDK_MODULE, "sdk_module"),
                open(InjectableMode::new, InjectableMode.INLINE_RENDER, "inline_render"));
    }

    private static Arguments open(Function<String, Object> type, Object known, String word) {
        return Arguments.of(type, known, word);
    }

    @ParameterizedTest
    @MethodSource("openValues")
    void keepsKnownAndUnknownValues(Function<String, Object> type, Object known, String word) {
        assertThat(type.apply(word)).isEqualTo(known).hasToString(word);
        assertThat(type.apply("hologram")).hasToString("hologram").isEqualTo(type.apply("hologram"));
        assertThat(type.apply(word.toUpperCase(java.util.Locale.ROOT))).isNotEqualTo(known);
    }

    @Test
    void knowsAllDocumentedTypesAndModes() {
        assertThat(Stream.of(
                        InjectableType.FILE,
                        InjectableType.SNIPPET,
                        InjectableType.HTML,
                        InjectableType.SCRIPT,
                        InjectableType.COMPONENT,
                        InjectableType.CONFIG,
                        InjectableType.JSON,
                        InjectableType.MARKDOWN,
                        InjectableType.CSS,
                        InjectableType.INCLUDE,
                        InjectableType.SDK_MODULE,
                        InjectableType.DOCS,
                        InjectableType.TEMPLATE))
                .map(InjectableType::value)
                .containsExactly(
                        "file snippet html script component config json markdown css include sdk_module docs template"
                                .split(" ", -1));
        assertThat(Stream.of(
                        InjectableMode.INJECT,
                        InjectableMode.WRITE,
                        InjectableMode.REPLACE,
                        InjectableMode.SYMLINK,
                        InjectableMode.APPEND,
                        InjectableMode.PREPEND,
                        InjectableMode.MOUNT,
                        InjectableMode.INLINE_RENDER,
                        InjectableMode.STREAM))
                .map(InjectableMode::value)
                .containsExactly(
                        "inject write replace symlink append prepend mount inline_render stream".split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void rejectsAResourceWithoutAnId(long id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> project(id, Map.of()))
                .withMessageContaining("id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> license(id, List.of()))
                .withMessageContaining("id");
        assertThatIllegalArgumentException().isThrownBy(() -> domain(id)).withMessageContaining("id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> injectable(id, null, null))
                .withMessageContaining("id");
    }

    @Test
    @SuppressWarnings("NullAway") // fields that a server may omit
    void rejectsMissingRequiredValues() {
        assertThatNullPointerException()
                .isThrownBy(() -> new LicenseStatus(null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> new EncryptedContent(null))
                .withMessage("value");
        assertThatNullPointerException()
                .isThrownBy(() -> DeliveredInjectable.builder("banner", InjectableType.HTML, null)
                        .build())
                .withMessage("mode");
    }

    @Test
    void copiesCollections() {
        Map<String, @Nullable Object> meta = new HashMap<>();
        meta.put("nothing", null);
        List<String> ips = new ArrayList<>(List.of("10.0.0.1"));
        Project project = project(1, meta);
        License license = license(1, ips);
        meta.clear();
        ips.clear();

        assertThat(project.meta()).containsOnlyKeys("nothing").isUnmodifiable();
        assertThat(license.allowedIps()).containsExactly("10.0.0.1").isUnmodifiable();
        assertThat(PaymentStatus.builder(true)
                        .injectables(new ArrayList<>())
                        .build()
                        .injectables())
                .isUnmodifiable();
    }

    @Test
    void theLocationOfAFileIsNotItsPayload() {
        EncryptedContent payload = new EncryptedContent("payload");

        assertThat(injectable(1, payload, "files/1.enc").content()).isEqualTo(payload);
        assertThat(injectable(1, payload, "files/1.enc").filePath()).isEqualTo("files/1.enc");
        assertThat(injectable(1, null, "files/1.enc").content()).isNull();
        assertThat(delivered(payload, "files/1.enc").content()).isEqualTo(payload);
        assertThat(delivered(null, "files/1.enc").content()).isNull();
    }

    @Test
    void masksKeysAndPayloads() {
        assertThat(license(1, List.of()).toString())
                .doesNotContain("s3cr3t-key")
                .contains("LicenseKey[****]");
        assertThat(injectable(1, new EncryptedContent("c1phertext"), null).toString())
                .doesNotContain("c1phertext")
                .contains("EncryptedContent[10 characters]");
    }

    @Test
    void acceptsOneAsAnId() {
        assertThat(domain(1).id()).isEqualTo(1);
    }

    private static Project project(long id, Map<String, @Nullable Object> meta) {
        return Project.builder(id, "Shop", "shop")
                .meta(meta)
                .isActive(true)
                .hasPaid(true)
                .build();
    }

    private static ProjectDomain domain(long id) {
        return ProjectDomain.builder(id, "a.example")
                .hasPaid(true)
                .isActive(true)
                .isPrimary(true)
                .build();
    }

    private static License license(long id, List<String> ips) {
        return License.builder(id, LicenseKey.of("s3cr3t-key")).allowedIps(ips).build();
    }

    private static Injectable injectable(long id, @Nullable EncryptedContent content, @Nullable String filePath) {
        return Injectable.builder(id, "banner", InjectableType.HTML, InjectableMode.WRITE)
                .content(content)
                .filePath(filePath)
                .onlyIfPaid(true)
                .isActive(true)
                .build();
    }

    private static DeliveredInjectable delivered(@Nullable EncryptedContent content, @Nullable String filePath) {
        return DeliveredInjectable.builder("banner", InjectableType.HTML, InjectableMode.WRITE)
                .content(content)
                .filePath(filePath)
                .build();
    }
}
