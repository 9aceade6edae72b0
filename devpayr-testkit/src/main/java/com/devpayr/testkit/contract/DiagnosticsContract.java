package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.ForbiddenException;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.internal.log.RecordedLog;
import com.devpayr.testkit.model.StubResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of the log of requests, and of the details of errors. */
public interface DiagnosticsContract extends ContractFixture {
    private DevPayr logged(RecordedLog log, LogLevel level) {
        return connect(DevPayrConfig.builder()
                .apiKey(fake().createGlobalKey().reveal())
                .domain(DOMAIN)
                .log(level)
                .logger(log));
    }

    @Test
    default void logsOneLineForEachCall() {
        FakeProject acme = fake().project("Acme");
        RecordedLog log = new RecordedLog();
        DevPayr devpayr = logged(log, LogLevel.INFO);

        devpayr.projects().get(acme.id());
        devpayr.licenses().create(acme.id(), LicenseDraft.builder("Pro").build());

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(0))
                .matches("project\\.get attempt 1: 200 in \\d+ ms, sent 0 bytes, received [1-9]\\d* bytes");
        assertThat(log.lines().get(1))
                .matches("license\\.create attempt 1: 201 in \\d+ ms, sent 15 bytes, received [1-9]\\d* bytes");
    }

    @Test
    default void logsRequestsAndResponsesWithoutSecretsAndBodies() {
        FakeProject acme = fake().project("Acme");
        RecordedLog log = new RecordedLog();
        String key = fake().createGlobalKey().reveal();
        DevPayr devpayr = connect(DevPayrConfig.builder()
                .apiKey(key)
                .domain(DOMAIN)
                .log(LogLevel.DEBUG)
                .logger(log));

        devpayr.licenses()
                .create(acme.id(), LicenseDraft.builder("S3cr3t title").build());
        devpayr.licenses().list(acme.id(), PageRequest.ofSize(10).withCursor("S3cr3t-cursor"));

        List<String> lines = log.lines();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0))
                .startsWith("license.create attempt 1 request: POST /project/" + acme.id() + "/licenses, ")
                .containsIgnoringCase("X-API-KEY: ****")
                .containsIgnoringCase("X-Devpayr-Domain: " + DOMAIN)
                .containsIgnoringCase("Content-Type: application/json");
        assertThat(lines.get(1))
                .startsWith("license.create attempt 1 response: 201, ")
                .containsIgnoringCase("Content-Type: application/json");
        assertThat(lines.get(3))
                .startsWith("license.list attempt 1 request: GET /project/" + acme.id() + "/licenses?")
                .contains("cursor=****", "per_page=10");
        assertThat(String.join("\n", lines)).doesNotContain(key).doesNotContainIgnoringCase("s3cr3t");
    }

    @Test
    default void logsTheRateLimitAndTheStatusOfAnErrorWithoutItsMessage() {
        RecordedLog log = new RecordedLog();
        fake().stubNext(
                        Operation.PROJECT_LIST,
                        StubResponse.of(403)
                                .header("X-RateLimit-Remaining", "0")
                                .header("Set-Cookie", "s3cr3t")
                                .body("{\"message\":\"s3cr3t\"}"));
        DevPayr devpayr = logged(log, LogLevel.INFO);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()));

        assertThat(log.lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("project.list attempt 1: 403 in ")
                .endsWithIgnoringCase(", X-RateLimit-Remaining: 0")
                .doesNotContain("s3cr3t"));
    }

    @Test
    default void logsNothingByDefault() {
        RecordedLog log = new RecordedLog();

        logged(log, LogLevel.OFF).projects().list(PageRequest.first());

        assertThat(log.lines()).isEmpty();
    }

    @Test
    default void errorHasTheHeadersOfTheResponse() {
        String key = fake().createGlobalKey().reveal();
        DevPayr devpayr = connect(DevPayrConfig.builder().apiKey(key).domain(DOMAIN));
        fake().stubNext(
                        Operation.PROJECT_LIST,
                        StubResponse.of(403).header("X-Request-Id", "req-1").header("X-Echo", "key " + key));

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> devpayr.projects().list(PageRequest.first()))
                .satisfies(failure -> {
                    assertThat(failure.headers().get("x-request-id")).containsExactly("req-1");
                    assertThat(failure.headers().get("X-Echo")).containsExactly("key ****");
                    assertThat(failure.headers()).doesNotContainKeys("X-API-KEY", "X-Devpayr-Domain");
                    assertThat(failure.attempts()).isEqualTo(1);
                });
    }
}
