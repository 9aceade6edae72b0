package com.devpayr.examples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.StubResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Pages, headers and the log at its most verbose contain no API key, license key, webhook secret or password. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {
    @Test
    void noSecretIsShown(CapturedOutput output) throws Exception {
        try (DashboardFixture fixture = new DashboardFixture("--logging.level.root=debug")) {
            FakeProject project = fixture.project("Acme");
            FakeLicense license = project.license("Pro");
            String list = "/projects/" + project.id();
            String page = list + "/licenses/" + license.id();
            DashboardClient client = fixture.client().logIn();
            StringBuilder shown = new StringBuilder();
            for (String path : List.of(
                    "/", list, list + "?q=pro", list + "/domains", page, page + "/revoke", "/projects/9", "/nothing")) {
                append(shown, client.get(path));
            }
            append(shown, client.submit(page + "/revoke", page + "/revoke", Map.of()));
            append(shown, client.submit(page + "/revoke", page + "/revoke", Map.of())); // fails
            fixture.fake.stubNext(
                    Operation.PROJECT_LIST, StubResponse.of(403).body(message("bad key " + fixture.apiKey.reveal())));
            append(shown, client.get("/"));
            fixture.disconnect();
            append(shown, client.get(page));

            assertThat(shown).contains("Pro", "DevPayr cannot be reached", "DevPayr rejected the request");
            assertThat(output.getAll()).contains("DEBUG", "GET " + page);
            for (String secret : List.of(
                    fixture.apiKey.reveal(),
                    license.key().reveal(),
                    DashboardFixture.WEBHOOK_SECRET,
                    DashboardFixture.PASSWORD)) {
                assertThat(shown).doesNotContain(secret);
                assertThat(output.getAll()).doesNotContain(secret);
            }
        }
    }

    private static String message(String text) {
        return "{\"message\": \"" + text + "\"}";
    }

    private static void append(StringBuilder shown, HttpResponse<String> response) {
        shown.append(response.headers().map()).append(response.body());
    }
}
