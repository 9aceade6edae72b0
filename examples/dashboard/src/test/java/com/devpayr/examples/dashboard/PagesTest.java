package com.devpayr.examples.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.license.License;
import com.devpayr.license.LicenseStatus;
import com.devpayr.project.Project;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookEventType;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The content of the pages. Each test has its own project. */
@TestInstance(Lifecycle.PER_CLASS)
class PagesTest {
    private static final Pattern NEXT = Pattern.compile("id=\"next\"\\s+href=\"([^\"]+)\"");

    private final DashboardFixture fixture = new DashboardFixture();
    private final Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private DashboardClient client = fixture.client();

    @BeforeAll
    void logIn() throws Exception {
        fixture.fake.clock().set(now);
        client = fixture.client().logIn();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    /** A project without webhooks; the tests publish the events themselves. */
    private FakeProject project(String name) {
        return fixture.fake.project(name).paid();
    }

    private static String path(FakeProject project) {
        return "/projects/" + project.id();
    }

    private static String path(FakeProject project, FakeLicense license) {
        return path(project) + "/licenses/" + license.id();
    }

    private String next(String page) {
        Matcher link = NEXT.matcher(page);
        assertThat(link.find()).as("a link to the next page in %s", page).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    @Test
    void projectsShowTheirPaymentAndState() throws Exception {
        project("Paid product");
        fixture.fake.project("<b>Unpaid</b> product").locked();

        assertThat(client.page("/"))
                .containsSubsequence("Paid product", "Paid", "Active")
                .containsSubsequence("&lt;b&gt;Unpaid&lt;/b&gt; product", "Not paid", "Locked");
    }

    @Test
    void licensesAreShownPageByPage() throws Exception {
        FakeProject project = project("Pages");
        IntStream.rangeClosed(1, 45).forEach(number -> project.license("Customer %02d".formatted(number)));

        String first = client.page(path(project));
        String second = client.page(next(first));
        String third = client.page(next(second));

        assertThat(first).containsSubsequence("Customer 45", "Customer 26").doesNotContain("Customer 25");
        assertThat(second)
                .containsSubsequence("Customer 25", "Customer 06", "First page")
                .doesNotContain("Customer 26");
        assertThat(third).containsSubsequence("Customer 05", "Customer 01").doesNotContain("id=\"next\"");
    }

    @Test
    void searchFindsTitlesAndEndsOfKeys() throws Exception {
        FakeProject project = project("Search");
        FakeLicense license = project.license("Müller & Söhne");
        project.license("Jane Doe");
        String key = license.key().reveal();

        String byTitle = client.page(path(project) + "?q=m%C3%BCLLER");
        String byKey = client.page(path(project) + "?q=" + key.substring(key.length() - 4));

        assertThat(byTitle).contains("Müller &amp; Söhne").doesNotContain("Jane Doe");
        assertThat(byKey).contains("Müller &amp; Söhne");
        assertThat(client.page(path(project) + "?q=nobody")).contains("No license matches “nobody”.");
    }

    @Test
    void aSearchReadsFiveHundredLicensesAndContinuesOnRequest() throws Exception {
        FakeProject project = project("Large");
        project.license("Oldest");
        IntStream.rangeClosed(1, 500).forEach(number -> project.license("Customer " + number));
        fixture.fake.clearRequests();

        String first = client.page(path(project) + "?q=oldest");

        assertThat(first).contains("No license matches", "Search older licenses");
        assertThat(fixture.fake.requests()).hasSize(12); // project, payment, 10 pages
        assertThat(client.page(next(first))).contains("license-").contains(">Oldest<");
    }

    @Test
    void domainsShowTheirPayment() throws Exception {
        FakeProject project = project("Domains");
        project.domain("shop.example.com").paid();
        project.domain("old.example.com").inactive();

        assertThat(client.page(path(project) + "/domains"))
                .containsSubsequence("shop.example.com", "Paid", "Active")
                .contains("old.example.com", "Not paid", "Not active");
    }

    @Test
    void revokesAndReactivatesAfterConfirmation() throws Exception {
        FakeProject project = project("Actions");
        FakeLicense license = project.license("Jane Doe");

        assertThat(client.page(path(project, license) + "/revoke")).contains("Revoke Jane Doe?");
        HttpResponse<String> revoked = client.submit(
                path(project, license) + "/revoke", path(project, license) + "/revoke", Map.of("q", "jane doe"));

        assertThat(revoked.statusCode()).isEqualTo(302);
        assertThat(revoked.headers().firstValue("Location")).hasValue(fixture.url(path(project) + "?q=jane+doe"));
        assertThat(client.page(path(project) + "?q=jane+doe"))
                .contains("The license was revoked.", "Revoked", "Reactivate Jane Doe");

        assertThat(client.page(path(project, license) + "/reactivate")).contains("Reactivate Jane Doe?");
        client.submit(path(project, license) + "/reactivate", path(project, license) + "/reactivate", Map.of());

        assertThat(client.page(path(project))).contains("The license was reactivated.", "Active", "Revoke Jane Doe");
    }

    @Test
    void theHistoryCombinesTheLicenseAndThePayment() throws Exception {
        FakeProject project = project("History");
        fixture.fake.clock().set(now.minus(Duration.ofDays(20)));
        FakeLicense license = project.license("Jane Doe");
        fixture.fake.clock().set(now);
        publish(WebhookEventType.PROJECT_UPDATED, 25, project, true);
        publish(WebhookEventType.LICENSE_REVOKED, 10, license);
        publish(WebhookEventType.LICENSE_REACTIVATED, 7, license);
        publish(WebhookEventType.PROJECT_UNPAID, 3, project, false);

        assertThat(client.page(path(project, license)).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "<svg",
                        "class=\"denied\" x=\"900\"",
                        "class=\"allowed\"",
                        "class=\"denied\"",
                        "class=\"allowed\"",
                        "class=\"unknown\" x=\"0\"")
                .containsSubsequence(
                        "Changes",
                        "23 Nov 2026, 12:00 UTC",
                        "Denied. This application has not been paid for.",
                        "19 Nov 2026, 12:00 UTC",
                        "Allowed",
                        "16 Nov 2026, 12:00 UTC",
                        "Denied. The license has been revoked.",
                        "6 Nov 2026, 12:00 UTC",
                        "Allowed",
                        "27 Oct 2026, 12:00 UTC",
                        "Not recorded");
    }

    @Test
    void theHistoryEndsWithTheExpiryOfTheLicense() throws Exception {
        FakeProject project = project("Expiry");
        FakeLicense license = project.license("Jane Doe").expiresAt(now.minus(Duration.ofDays(1)));

        assertThat(client.page(path(project, license)))
                .containsSubsequence("Changes", "25 Nov 2026, 12:00 UTC", "Denied. The license has expired.");
    }

    @Test
    void aWebhookIsNewerThanTheReadCacheOfDevPayr() throws Exception {
        FakeProject project = project("Cache");
        FakeLicense license = project.license("Jane Doe");
        assertThat(client.page(path(project, license))).contains("Revoke Jane Doe");

        license.revoked();
        assertThat(client.page(path(project, license))).contains("Revoke Jane Doe"); // the response is cached
        publish(WebhookEventType.LICENSE_REVOKED, 0, license);

        assertThat(client.page(path(project, license))).contains("Reactivate Jane Doe");
    }

    private void publish(WebhookEventType type, int daysAgo, FakeLicense license) {
        LicenseStatus status =
                type.equals(WebhookEventType.LICENSE_REVOKED) ? LicenseStatus.REVOKED : LicenseStatus.ACTIVE;
        fixture.publish(event(type, daysAgo)
                .license(License.builder(license.id(), license.key())
                        .status(status)
                        .build())
                .build());
    }

    private void publish(WebhookEventType type, int daysAgo, FakeProject project, boolean paid) {
        fixture.publish(event(type, daysAgo)
                .project(Project.builder(project.id(), "Acme", "acme")
                        .isActive(true)
                        .hasPaid(paid)
                        .build())
                .build());
    }

    private WebhookEvent.Builder event(WebhookEventType type, int daysAgo) {
        return WebhookEvent.builder(UUID.randomUUID().toString(), type)
                .createdAt(now.plusSeconds(daysAgo == 0 ? 1 : 0).minus(Duration.ofDays(daysAgo)));
    }
}
