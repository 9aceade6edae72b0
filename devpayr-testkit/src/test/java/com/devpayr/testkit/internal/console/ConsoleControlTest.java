package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests the console's request log, clock, stub responses and rate limit. */
class ConsoleControlTest {
    @RegisterExtension
    private final ConsoleFixture console = new ConsoleFixture();

    @Test
    void requestsOfTheConsoleAreNotLogged() throws Exception {
        console.call("GET", "status", "");
        console.call("GET", "accounts/1/api/projects", "");

        assertThat(console.fake().requests()).isEmpty();
    }

    @Test
    void statusContainsNewRequestsWithMaskedCredentials() throws Exception {
        String key = console.createKey();
        console.listProjects(key);
        JsonNode first = console.call("GET", "status", "");
        console.listProjects("wrong");
        JsonNode second = console.call("GET", "status?after=1", "");

        assertThat(first.path("requests")).hasSize(1);
        assertThat(first.path("requests").get(0).path("headers").toString())
                .containsIgnoringCase("\"X-API-KEY\":\"****\"");
        assertThat(first.toString()).doesNotContain(key);
        assertThat(second.path("requests")).hasSize(1);
        assertThat(second.path("requests").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(second.path("requests").get(0).path("status").asInt()).isEqualTo(403);
        assertThat(second.path("end").asInt()).isEqualTo(2);
    }

    @Test
    void clearedLogContinuesItsNumbers() throws Exception {
        console.listProjects("wrong");
        console.call("DELETE", "requests", "");
        assertThat(console.call("GET", "status?after=1", "").path("dropped").asInt())
                .isEqualTo(1);

        console.listProjects("wrong");
        JsonNode status = console.call("GET", "status?after=1", "");
        assertThat(status.path("requests").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(console.call("GET", "status?after=99", "").path("requests")).hasSize(1);
    }

    @Test
    void readingDoesNotChangeTheRevision() throws Exception {
        long before = console.fake().revision();

        console.call("GET", "status", "");
        console.call("GET", "accounts", "");
        console.call("GET", "accounts/1/keys", "");
        console.call("GET", "accounts/1/api/projects", "");
        assertThat(console.fake().revision()).isEqualTo(before);
        console.call("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true}");
        assertThat(console.fake().revision()).isGreaterThan(before);
    }

    @Test
    void movesStopsAndStartsTheClock() throws Exception {
        Instant start = console.fake().clock().instant();

        console.call("PATCH", "clock", "{\"advance_hours\":25}");
        assertThat(console.fake().clock().instant()).isEqualTo(start.plus(Duration.ofHours(25)));
        console.call("PATCH", "clock", "{\"set\":\"2030-01-02T03:04:05Z\"}");
        assertThat(console.fake().clock().instant()).isEqualTo(Instant.parse("2030-01-02T03:04:05Z"));
        console.call("PATCH", "clock", "{\"running\":true}");
        assertThat(console.fake().clock().isRunning()).isTrue();
        console.call("PATCH", "clock", "{\"running\":false}");
        assertThat(console.fake().clock().isRunning()).isFalse();
        assertThat(console.call("PATCH", "clock", "{\"system_time\":true}")
                        .path("running")
                        .asBoolean())
                .isTrue();
        assertThat(console.fake().clock().instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"advance_hours\":2000000000}",
                "{\"advance_hours\":\"x\"}",
                "{\"set\":\"+99999-01-01T00:00:00Z\"}",
                "{\"set\":\"soon\"}"
            })
    void rejectsInvalidTimes(String body) throws Exception {
        Instant before = console.fake().clock().instant();

        assertThat(console.send("PATCH", "clock", body).statusCode()).isEqualTo(422);
        assertThat(console.fake().clock().instant()).isEqualTo(before);
    }

    @Test
    void addsAndRemovesStubResponses() throws Exception {
        String key = console.createKey();
        JsonNode faults = console.call(
                "POST",
                "stub-responses",
                "{\"operation\":\"project.list\",\"status\":429,\"retry_after\":5,\"times\":2,\"body\":\"{}\"}");

        assertThat(faults.path("stubs").path("project.list").asInt()).isEqualTo(2);
        assertThat(console.listProjects(key)).isEqualTo(429);
        console.call("DELETE", "stub-responses", "");
        assertThat(console.listProjects(key)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":503}",
                "{\"operation\":\"nothing\",\"status\":503}",
                "{\"operation\":\"project.list\",\"status\":100}",
                "{\"operation\":\"project.list\",\"status\":600}",
                "{\"operation\":\"project.list\",\"status\":503,\"times\":0}",
                "{\"operation\":\"project.list\",\"status\":503,\"executions\":3}"
            })
    void rejectsInvalidStubResponses(String body) throws Exception {
        assertThat(console.send("POST", "stub-responses", body).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void sendsAStubResponseAfterTheRequestWasProcessed(int executions, int projects) throws Exception {
        String key = console.fake().createGlobalKey().reveal();
        console.call(
                "POST",
                "stub-responses",
                "{\"operation\":\"project.create\",\"status\":502,\"executions\":" + executions + "}");

        int status = console.status(
                console.api("project").header("X-API-KEY", key).POST(BodyPublishers.ofString("{\"name\":\"New\"}")));

        assertThat(status).isEqualTo(502);
        assertThat(console.call("GET", "accounts/1/api/projects", "")
                        .path("data")
                        .path("data"))
                .hasSize(projects);
    }

    @Test
    void stubResponsesAndRateLimitDoNotAffectTheConsole() throws Exception {
        console.call("POST", "stub-responses", "{\"operation\":\"project.list\",\"status\":503}");
        console.call("PUT", "rate-limit", "{\"requests\":0,\"seconds\":60}");

        assertThat(console.send("GET", "accounts/1/api/projects", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void controlsRateLimitAndCachedReads() throws Exception {
        String key = console.createKey();

        assertThat(console.call("PUT", "rate-limit", "{\"requests\":1,\"seconds\":60}")
                        .toString())
                .contains("\"requests\":1", "\"seconds\":60");
        assertThat(console.listProjects(key)).isEqualTo(200);
        assertThat(console.listProjects(key)).isEqualTo(429);
        console.call("DELETE", "rate-limit", "");
        assertThat(console.listProjects(key)).isEqualTo(200);
        assertThat(console.call("PUT", "cached-reads", "{\"on\":true}")
                        .path("cached_reads")
                        .asBoolean())
                .isTrue();
    }
}
