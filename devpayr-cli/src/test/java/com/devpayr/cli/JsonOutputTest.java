package com.devpayr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.secret.Secret;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the JSON output does not change: programs depend on it. */
class JsonOutputTest {
    private final InMemoryDevPayr fake = Program.platform();
    private final Program devpayr = Program.inMemory(fake);

    @BeforeEach
    void createResources() {
        FakeProject acme = fake.project("Acme");
        acme.domain("photos.example.com");
        acme.license("Pro");
        acme.injectable("notice", Secret.of("a good secret"), "text");
    }

    @Test
    void project() {
        assertThat(devpayr.output("projects", "get", "1", "--json")).isEqualTo("""
                {"id":1,"name":"Acme","slug":"acme","description":null,"default_redirect_url":null,"logo_url":null,\
                "webhook_url":null,"meta":{},"is_active":true,"has_paid":false,"locked_at":null,\
                "created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
                """);
    }

    @Test
    void license() {
        assertThat(masked(devpayr.output("licenses", "get", "1", "1", "--json")))
                .isEqualTo("""
                {"id":1,"title":"Pro","status":"active","license_key":"****","project_id":1,"domain_id":null,\
                "expires_at":null,"max_domains":null,"max_subdomains_per_domain":null,"max_usage_per_day":null,\
                "allowed_ips":[],"allowed_countries":[],"is_test_license":false,"allow_configs":false,\
                "created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
                """);
    }

    @Test
    void domain() {
        assertThat(devpayr.output("domains", "get", "1", "1", "--json")).isEqualTo("""
                {"id":1,"domain":"photos.example.com","project_id":1,"environment":"production","has_paid":false,\
                "is_active":true,"is_primary":false,"is_verified":true,"is_locked":false,\
                "created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
                """);
    }

    @Test
    void injectable() {
        assertThat(devpayr.output("injectables", "get", "1", "1", "--json")).isEqualTo("""
                {"id":1,"slug":"notice","title":null,"project_id":1,"type":"snippet","mode":"write",\
                "target_path":"notice","file_path":null,\
                "content_hash":"982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1",\
                "validate_endpoint":null,"only_if_paid":false,"is_active":true,"meta":{},"last_delivered_at":null,\
                "created_at":"2026-01-02T03:04:05Z","updated_at":"2026-01-02T03:04:05Z"}
                """);
    }

    @Test
    void aListIsOneDocumentPerLine() {
        fake.project("Second");

        assertThat(devpayr.output("projects", "list", "--json").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
    }

    @Test
    void statesAndDeletions() {
        assertThat(devpayr.output("licenses", "revoke", "1", "1", "--json")).isEqualTo("{\"id\":1,\"revoked\":true}\n");
        assertThat(devpayr.output("licenses", "reactivate", "1", "1", "--json"))
                .isEqualTo("{\"id\":1,\"reactivated\":true}\n");
        assertThat(devpayr.output("licenses", "delete", "1", "1", "--yes", "--json"))
                .isEqualTo("{\"id\":1,\"deleted\":true}\n");
    }

    @Test
    void paymentVerdictAndPing() {
        devpayr.with("DEVPAYR_LICENSE_KEY", "no such key");

        assertThat(devpayr.output("payments", "get", "1", "--json"))
                .isEqualTo("{\"project_id\":1,\"domain\":null,\"has_paid\":false}\n");
        assertThat(devpayr.output("ping", "--json"))
                .isEqualTo("{\"base_url\":\"https://api.devpayr.dev/api/v1/\",\"responds\":true}\n");
        assertThat(devpayr.run("check", "--domain", "a.example.com", "--json").out())
                .startsWith("{\"verdict\":\"denied\",\"reason\":\"wrong-credential\",\"message\":\"");
    }

    @Test
    void provision() {
        assertThat(masked(devpayr.output(
                        "provision",
                        "--project",
                        "acme",
                        "--domain",
                        "new.example.com",
                        "--license",
                        "Jane",
                        "--json")))
                .isEqualTo("""
                        {"project":{"id":1,"name":"acme","result":"found"},\
                        "domain":{"id":2,"name":"new.example.com","result":"created"},\
                        "license":{"id":2,"name":"Jane","result":"created"},"license_key":"****"}
                        """);
    }

    @Test
    void config() {
        assertThat(devpayr.output("config", "--json"))
                .startsWith("{\"api_key\":{\"value\":\"****\",\"source\":\"DEVPAYR_API_KEY\"},"
                        + "\"license_key\":{\"value\":null,\"source\":\"not set\"},");
    }

    @Test
    void escapesTextOfTheServer() {
        assertThat(JsonWriter.write("\"\\\n\t\u0007\u200b\u001bé\ud83d"))
                .isEqualTo("\"\\\"\\\\\\n\\t\\u0007\\u200b\\u001bé\\ud83d\"");
    }

    private static String masked(String json) {
        return json.replaceAll("\"\\*{4}\\w{4}\"", "\"****\"");
    }
}
