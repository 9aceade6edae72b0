package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tests the endpoints for snapshots. */
class ConsoleStateTest {
    @RegisterExtension
    private final ConsoleFixture console = new ConsoleFixture();

    @Test
    void snapshotRestoresTheDataAndItsKeys() throws Exception {
        String key = console.createKey();
        JsonNode snapshot = console.call("GET", "state", "");
        console.fake().project("Later");

        console.call("PUT", "state", snapshot.toString());

        assertThat(console.call("GET", "state", "")).isEqualTo(snapshot);
        assertThat(console.fake().snapshot().json()).contains("Acme").doesNotContain("Later");
        assertThat(console.listProjects(key)).isEqualTo(200);
    }

    @Test
    void snapshotDoesNotContainApiKeys() throws Exception {
        String key = console.createKey();

        assertThat(console.call("GET", "state", "").toString())
                .contains("\"hash\"")
                .doesNotContain(key);
    }

    @Test
    void seedReplacesTheData() throws Exception {
        JsonNode result = console.call("PUT", "state", """
                {"accounts": [{"name": "Default", "api_keys": [{"name": "CI", "key": "gk_ci"}],
                               "projects": [{"name": "Seeded"}]}]}
                """);

        assertThat(result.path("revision").asLong()).isEqualTo(console.fake().revision());
        assertThat(console.listProjects("gk_ci")).isEqualTo(200);
        assertThat(console.fake().snapshot().json()).contains("Seeded").doesNotContain("Acme");
    }

    @Test
    void resetDeletesTheDataAndItsKeys() throws Exception {
        String key = console.createKey();

        console.call("DELETE", "state", "");

        assertThat(console.listProjects(key)).isEqualTo(403);
        assertThat(console.call("GET", "accounts", "").path("accounts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"accounts\":7}",
                "{\"accounts\":[{}]}",
                "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"P\",\"payd\":true}]}]}"
            })
    void invalidStateChangesNothing(String state) throws Exception {
        String before = console.fake().snapshot().json();

        assertThat(console.send("PUT", "state", state).statusCode()).isEqualTo(422);
        assertThat(console.fake().snapshot().json()).isEqualTo(before);
    }
}
