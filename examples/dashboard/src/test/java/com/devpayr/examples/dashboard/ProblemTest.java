package com.devpayr.examples.dashboard;

import static com.devpayr.testkit.assertj.DevPayrAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.model.StubResponse;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Failures of DevPayr as plain messages with what to do. */
@TestInstance(Lifecycle.PER_CLASS)
class ProblemTest {
    private final DashboardFixture fixture = new DashboardFixture();
    private final FakeProject project = fixture.fake.project("Acme");
    private final FakeLicense license = project.license("Pro");
    private final String list = "/projects/" + project.id();
    private final String page = list + "/licenses/" + license.id();
    private DashboardClient client = fixture.client();

    @BeforeAll
    void logIn() throws Exception {
        client = fixture.client().logIn();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    private HttpResponse<String> revoke() throws Exception {
        return client.submit(page + "/revoke", page + "/revoke", Map.of());
    }

    private HttpResponse<String> projectsAfter(StubResponse response) throws Exception {
        fixture.fake.stubNext(Operation.PROJECT_LIST, response);
        return client.get("/");
    }

    @Test
    void devPayrCannotBeReached() throws Exception {
        fixture.disconnect();
        HttpResponse<String> response = client.get("/");
        fixture.reconnect();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .contains("DevPayr cannot be reached", "Nothing was changed. Try again in a minute.");
        assertThat(client.page("/")).contains("Acme");
    }

    @Test
    void theOutcomeOfARevocationIsUnknown() throws Exception {
        fixture.fake.stubNext(
                Operation.LICENSE_REVOKE, StubResponse.disconnect().afterProcessing());

        HttpResponse<String> response = revoke();

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body())
                .contains("The outcome is unknown", "The list shows the current state.", "href=\"" + list + "\"");
        assertThat(fixture.fake).received(Operation.LICENSE_REVOKE).once();
        assertThat(client.page(list)).contains("Revoked");
        license.reactivated();
    }

    @Test
    void theLicenseIsInTheWrongState() throws Exception {
        license.revoked();

        HttpResponse<String> response = revoke();

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .contains("DevPayr rejected the request", "Message of DevPayr: ", "href=\"" + list + "\"");
        license.reactivated();
    }

    @Test
    void theApiKeyIsNotPermitted() throws Exception {
        HttpResponse<String> response =
                projectsAfter(StubResponse.of(403).body("{\"message\": \"Invalid or expired API key.\"}"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Message of DevPayr: Invalid or expired API key.", "Check the API key");
    }

    @Test
    void theLicenseDoesNotExist() throws Exception {
        HttpResponse<String> response = client.get(list + "/licenses/999");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("Not found at DevPayr", "href=\"" + list + "\"");
    }

    @Test
    void devPayrFailsOrLimitsRequests() throws Exception {
        assertThat(projectsAfter(StubResponse.of(500)).body()).contains("DevPayr reports an error");
        assertThat(projectsAfter(StubResponse.of(429).header("Retry-After", "30"))
                        .body())
                .contains("Too many requests to DevPayr");
    }

    @Test
    void theResponseIsFromAProxy() throws Exception {
        assertThat(projectsAfter(StubResponse.of(200).body("<html>Log in to the hotel's Wi-Fi</html>"))
                        .body())
                .contains("The response is not from DevPayr", "Check devpayr.base-url");
    }

    @Test
    void thereIsNoSuchPage() throws Exception {
        HttpResponse<String> response = client.get("/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is no such page.", "Log out");
    }
}
