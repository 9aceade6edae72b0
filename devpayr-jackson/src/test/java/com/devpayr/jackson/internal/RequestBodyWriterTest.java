package com.devpayr.jackson.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.license.DomainValidation;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Operation;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBodyWriterTest {
    private static final Secret SECRET = Secret.of("a-good-\"secret\"");
    private static final Upload FILE = Upload.of("logo.png", new byte[] {1, 2, 3});

    private final RequestBodyWriter bodies = new RequestBodyWriter();

    static Stream<Arguments> json() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("text", "ü\"\n");
        meta.put("list", List.of(1, 2.5, true));
        meta.put("at", Instant.parse("2026-01-02T03:04:05Z"));
        return Stream.of(
                Arguments.of(ProjectUpdate.builder().build(), "{}"),
                Arguments.of(
                        ProjectDraft.builder("Shop")
                                .meta(meta)
                                .webhookSecret(SECRET)
                                .hasPaid(true)
                                .build(),
                        "{'name':'Shop','meta':{'text':'ü\\'\\n','list':[1,2.5,true],'at':'2026-01-02T03:04:05.000000Z'},"
                                + "'webhook_secret':'a-good-\\'secret\\'','has_paid':true}"),
                Arguments.of(
                        ProjectUpdate.builder()
                                .hasPaid(false)
                                .clearDescription()
                                .build(),
                        "{'has_paid':false,'description':null}"),
                Arguments.of(
                        DomainDraft.builder("a.example", DomainEnvironment.DEVELOPMENT)
                                .build(),
                        "{'domain':'a.example','environment':'development'}"),
                Arguments.of(
                        DomainUpdate.builder().isPrimary(true).isLocked(false).build(),
                        "{'is_primary':true,'is_locked':false}"),
                Arguments.of(
                        LicenseDraft.builder("Pro")
                                .expiresAt(Instant.parse("2026-01-02T03:04:05.123456789Z"))
                                .domainId(Long.MAX_VALUE)
                                .allowedIps(List.of("10.0.0.1", "::1"))
                                .maxDomains(0)
                                .validateAgainst(DomainValidation.LICENSE_DOMAINS)
                                .build(),
                        "{'title':'Pro','expires_at':'2026-01-02T03:04:05.123456Z','domain_id':9223372036854775807,"
                                + "'allowed_ips':'10.0.0.1,::1','max_domains':0,'validate_against':'license_domains'}"),
                Arguments.of(
                        LicenseUpdate.builder()
                                .clearExpiresAt()
                                .maxUsagePerDay(5)
                                .clearAllowedIps()
                                .build(),
                        "{'expires_at':null,'max_usage_per_day':5,'allowed_ips':null}"),
                Arguments.of(
                        InjectableDraft.builder(InjectableType.SDK_MODULE, InjectableMode.INLINE_RENDER, SECRET)
                                .targetPath("t")
                                .content("x")
                                .build(),
                        "{'type':'sdk_module','mode':'inline_render','secret':'a-good-\\'secret\\'',"
                                + "'only_if_paid':true,'is_active':true,'target_path':'t','content':'x'}"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void writesFieldsInTheOrderInWhichTheyWereSet(Object draft, String json) {
        assertThat(new String(bodies.json(RequestBodies.of(draft)), UTF_8)).isEqualTo(json.replace('\'', '"'));
    }

    @Test
    void writesAFormWithoutTheFile() {
        InjectableDraft draft = InjectableDraft.builder(InjectableType.FILE, InjectableMode.WRITE, SECRET)
                .targetPath("img/logo.png")
                .file(FILE)
                .title("Größe, \"x\"")
                .onlyIfPaid(false)
                .build();

        assertThat(bodies.form(Operation.INJECTABLE_CREATE, RequestBodies.of(draft)))
                .isEqualTo(Map.of(
                        "type", "file",
                        "mode", "write",
                        "target_path", "img/logo.png",
                        "secret", "a-good-\"secret\"",
                        "only_if_paid", "0",
                        "is_active", "1",
                        "title", "Größe, \"x\""));
    }

    @Test
    void writesTheMethodFirstAndClearedFieldsAsEmpty() {
        InjectableUpdate update = InjectableUpdate.builder()
                .clearTitle()
                .file(FILE, SECRET)
                .mode(InjectableMode.APPEND)
                .build();

        assertThat(bodies.form(Operation.INJECTABLE_UPDATE, RequestBodies.of(update)))
                .containsExactly(
                        Map.entry("_method", "PUT"),
                        Map.entry("title", ""),
                        Map.entry("secret", "a-good-\"secret\""),
                        Map.entry("mode", "append"));
    }

    @Test
    void writesTimesAndNumbersInAFormAsInJson() {
        LicenseUpdate update = LicenseUpdate.builder()
                .expiresAt(Instant.parse("2026-01-02T03:04:05Z"))
                .maxDomains(3)
                .build();

        assertThat(bodies.form(Operation.LICENSE_CREATE, RequestBodies.of(update)))
                .containsExactly(Map.entry("expires_at", "2026-01-02T03:04:05.000000Z"), Map.entry("max_domains", "3"));
    }

    @Test
    void rejectsMetaThatIsNotJsonWithoutShowingIt() {
        Map<String, @Nullable Object> endless = new HashMap<>();
        endless.put("s3cr3t", endless);

        assertThatThrownBy(() -> bodies.json(
                        RequestBodies.of(ProjectUpdate.builder().meta(endless).build())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void doesNotWriteACredentialInMeta() {
        ProjectUpdate update = ProjectUpdate.builder()
                .meta(Map.of("key", ApiKey.of("s3cr3t-api")))
                .build();

        assertThat(new String(bodies.json(RequestBodies.of(update)), UTF_8)).doesNotContain("s3cr3t");
    }
}
