package com.devpayr.testkit.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeLicense;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Tests the console's endpoints for keys, projects and usage, and its access to the API as an account's owner. */
class ConsoleAccountTest {
    @RegisterExtension
    private final ConsoleFixture console = new ConsoleFixture();

    @Test
    void createsAKeyAndReturnsItsValueOnce() throws Exception {
        JsonNode created = console.call(
                "POST",
                "accounts/1/keys",
                "{\"name\":\"CI\",\"scopes\":[\"projects:read\"],\"project_id\":1,\"expires_at\":\"2999-01-01T00:00:00Z\"}");
        String value = created.path("value").asString();

        assertThat(console.listProjects(value)).isEqualTo(200);
        JsonNode listed = console.call("GET", "accounts/1/keys", "");
        assertThat(listed.toString()).doesNotContain(value);
        assertThat(listed.path("keys").get(0).toString())
                .contains(
                        "\"name\":\"CI\"",
                        "\"scopes\":[\"projects:read\"]",
                        "\"status\":\"active\"",
                        "\"project_id\":1");
    }

    @Test
    void rotatesRevokesAndDeletesKeys() throws Exception {
        String old = console.createKey();
        JsonNode rotated = console.call("POST", "keys/1/rotate", "{\"overlap_hours\":1}");

        assertThat(console.listProjects(old)).isEqualTo(200);
        console.fake().clock().advance(Duration.ofHours(2));
        assertThat(console.listProjects(old)).isEqualTo(403);
        assertThat(console.listProjects(rotated.path("value").asString())).isEqualTo(200);
        console.call("POST", "keys/2/revoke", "{}");
        assertThat(console.listProjects(rotated.path("value").asString())).isEqualTo(403);
        console.call("DELETE", "keys/2", "");
        assertThat(console.call("GET", "accounts/1/keys", "").path("keys")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                            | name
            {"name":"x"}                                                                  | scopes
            {"name":"x","scopes":[]}                                                      | scopes
            {"name":"x","scopes":["everything"]}                                          | scopes
            {"name":"x","scopes":["projects:read"],"expires_at":"2001-01-01T00:00:00Z"}   | expires_at
            {"name":"x","scopes":["projects:read"],"project_id":99}                       | project_id
            """)
    void invalidKeyHasAnErrorAtItsField(String body, String field) throws Exception {
        HttpResponse<String> response = console.send("POST", "accounts/1/keys", body);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(ConsoleFixture.JSON.readTree(response.body()).path("errors").has(field))
                .isTrue();
        assertThat(console.call("GET", "accounts/1/keys", "").path("keys")).isEmpty();
    }

    @Test
    void ownerCanUseTheRoutesOfTheApi() throws Exception {
        console.call("PATCH", "accounts/1/api/project/1", "{\"has_paid\":true}");
        console.call("POST", "accounts/1/api/project/1/licenses", "{\"title\":\"Pro\"}");

        assertThat(console.call("GET", "accounts/1/api/project/1", "").toString())
                .contains("\"has_paid\":true");
        assertThat(console.call("GET", "accounts/1/api/project/1/licenses", "").toString())
                .contains("\"title\":\"Pro\"");
        assertThat(console.send("POST", "accounts/1/api/project/1/licenses", "{\"title\":\"Pro\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void ownerCannotAccessOtherAccounts() throws Exception {
        console.fake().account("Other").project("Theirs");

        assertThat(console.send("GET", "accounts/1/api/project/2", "").statusCode())
                .isEqualTo(403);
        assertThat(console.send("GET", "accounts/9/api/projects", "").statusCode())
                .isEqualTo(404);
        assertThat(console.call("GET", "accounts", "").path("accounts")).hasSize(2);
    }

    @Test
    void ownerCannotUseRuntimeRoutes() throws Exception {
        assertThat(console.send("POST", "accounts/1/api/project/has-paid", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesProjectSettings() throws Exception {
        String key = console.project().license("Pro").key().reveal();
        assertThat(console.checkPayment(key)).isEqualTo(200);

        assertThat(console.call("PATCH", "projects/1", "{\"is_locked\":true}").toString())
                .contains("\"is_locked\":true");
        assertThat(console.checkPayment(key)).isEqualTo(403);
        console.call("PATCH", "projects/1", "{\"is_locked\":false}");
        assertThat(console.checkPayment(key)).isEqualTo(200);
        console.call("PATCH", "projects/1", "{\"is_active\":false}");
        assertThat(console.checkPayment(key)).isEqualTo(403);
    }

    @Test
    void showsAndResetsUsage() throws Exception {
        FakeLicense pro = console.project().license("Pro");
        console.checkPayment(pro.key().reveal());
        console.checkPayment(pro.key().reveal());

        assertThat(console.call("GET", "usage?licenses=1", "").toString())
                .isEqualTo(
                        "{\"usage\":[{\"id\":1,\"validate_against\":\"license_domains\",\"checks_today\":2,\"domains\":{\"example.com\":[\"shop.example.com\"]}}]}");
        assertThat(console.call("DELETE", "usage/1", "").toString()).contains("\"checks_today\":0", "\"domains\":{}");
    }

    @Test
    void showsTheLastDeliveryOfInjectables() throws Exception {
        console.project().injectable("banner", Secret.of("a good secret"), "x");
        assertThat(console.call("GET", "deliveries?injectables=1", "").toString())
                .isEqualTo("{\"deliveries\":[{\"id\":1,\"last_delivered_at\":null}]}");

        console.status(console.api("injectable/stream")
                .header("X-LICENSE-KEY", console.project().license("Pro").key().reveal()));

        assertThat(console.call("GET", "deliveries?injectables=1", "").toString())
                .contains("\"last_delivered_at\":\"20");
    }

    @Test
    void injectablesOfALicenseCheckAreDelivered() throws Exception {
        console.project().paid().injectable("banner", Secret.of("a good secret"), "x");

        console.status(console.api("project/has-paid?action=check_project&include=injectables")
                .header("X-LICENSE-KEY", console.project().license("Pro").key().reveal())
                .POST(BodyPublishers.ofString("{}")));

        assertThat(console.call("GET", "deliveries?injectables=1", "").toString())
                .contains("\"last_delivered_at\":\"20");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing",
        "POST, status",
        "GET, keys/1",
        "POST, keys/9/revoke",
        "GET, projects/9",
        "DELETE, usage/9"
    })
    void unknownResourcesAreNotFound(String method, String path) throws Exception {
        assertThat(console.send(method, path, "").statusCode()).isEqualTo(404);
    }
}
