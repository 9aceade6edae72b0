package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ApiException;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.NotFoundException;
import com.devpayr.error.ValidationException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.license.License;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.Credential;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the platform's validation of fields, and its rules for slugs, cursors, payment, delivery and enforcement. */
class PlatformRulesTest {
    private static final Secret SECRET = Secret.of("a good secret");
    private static final String HOST = "shop.example.com";

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject acme = fake.project("Acme").paid();
    private final DevPayr backend = fake.connect(DevPayrConfig.builder()
            .apiKey(fake.createGlobalKey().reveal())
            .domain(HOST)
            .build());

    @Test
    void differentProjectUpdateIsNotIgnored() {
        fake.cacheReads(true);

        backend.projects()
                .update(acme.id(), ProjectUpdate.builder().hasPaid(true).build());
        backend.projects()
                .update(acme.id(), ProjectUpdate.builder().hasPaid(false).build());

        assertThat(isListedAsPaid()).isFalse();
    }

    @Test
    void slugIsGeneratedFromTheNameAndBelongsToOneProject() {
        assertThat(readAcme().slug()).isEqualTo("acme");
        assertThat(slugOfNewProject("Acme")).matches("acme-\\d+");
        assertThat(slugOfNewProject("!")).matches("-\\d+");

        ProjectUpdate renamed = ProjectUpdate.builder().slug("renamed").build();
        backend.projects().update(acme.id(), renamed);
        long other = fake.project("Other").id();
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend.projects().update(other, renamed))
                .satisfies(exception -> assertThat(exception.fieldErrors()).containsOnlyKeys("slug"));
        assertThat(slugOfNewProject("Acme")).as("free again").isEqualTo("acme");
    }

    private String slugOfNewProject(String name) {
        return backend.projects().create(ProjectDraft.builder(name).build()).slug();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | project/1               | {"name":""}                                                  | name is required
            PATCH | project/1               | {"meta":"text"}                                              | meta has the wrong type
            PATCH | project/1               | {"webhook_url":"ftp://acme.example"}                         | webhook_url must be a valid URL
            POST  | project/1/domains       | {"domain":"acme.example:80","environment":"production"}      | domain must be a host name
            POST  | project/1/domains       | {"domain":"acme example","environment":"production"}         | domain must be a host name
            PUT   | project/1/licenses/1    | {"max_domains":"one"}                                        | max_domains has the wrong type
            PUT   | project/1/licenses/1    | {"max_domains":-1}                                           | max_domains must be at least 0
            PUT   | project/1/licenses/1    | {"domain_id":"one"}                                          | domain_id has the wrong type
            PUT   | project/1/licenses/1    | {"allowed_ips":7}                                            | allowed_ips has the wrong type
            PUT   | project/1/injectables/1 | {"type":"file"}                                              | file is required
            PUT   | project/1/injectables/1 | {"content":"x","secret":"7 chars"}                           | secret must be at least 8
            PUT   | project/1/injectables/1 | {"content":"x"}                                              | secret is required
            POST  | project/1/injectables   | {"type":"css","mode":"write","target_path":"a","only_if_paid":0,"is_active":1} | content is required
            """)
    void invalidFieldIsRejectedWithItsProblem(String method, String path, String body, String problem) {
        acme.license("Pro");
        acme.injectable("banner", SECRET, "x");
        String field = problem.substring(0, problem.indexOf(' '));

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> backend.raw(method, path, Credential.API_KEY, body))
                .satisfies(exception -> {
                    assertThat(exception.fieldErrors()).containsOnlyKeys(field);
                    assertThat(exception.fieldErrors().get(field))
                            .singleElement()
                            .asString()
                            .contains(problem.substring(field.length() + 1));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | project/1               | {"meta":[]}                                            | "meta":[]
            POST  | project/1/domains       | {"domain":"localhost:8080","environment":"production"} | "domain":"localhost:8080"
            POST  | project/1/domains       | {"domain":"127.0.0.1:8080","environment":"production"} | "domain":"127.0.0.1:8080"
            PUT   | project/1/licenses/1    | {"allowed_countries":"DE,,US"}                         | "allowed_countries":
            PUT   | project/1/injectables/1 | {"content":"x","secret":"8 chars."}                    | "file_path":null
            """)
    void validFieldIsAccepted(String method, String path, String body, String shown) {
        acme.license("Pro");
        acme.injectable("banner", SECRET, "x");

        assertThat(backend.raw(method, path, Credential.API_KEY, body).body()).contains(shown);
    }

    @ParameterizedTest
    @CsvSource({"255, 201", "256, 422"})
    void nameOfAProjectHasAtMost255Characters(int length, int status) {
        try {
            assertThat(backend.projects()
                            .create(ProjectDraft.builder("x".repeat(length)).build())
                            .name())
                    .hasSize(length);
        } catch (ValidationException refusal) {
            assertThat(refusal.fieldErrors()).containsOnlyKeys("name");
        }
        assertThat(fake.requests()).extracting(RecordedRequest::status).containsExactly(status);
    }

    @Test
    void unknownCursorReturnsTheFirstPage() {
        acme.license("Pro");

        assertThat(backend.licenses()
                        .list(acme.id(), PageRequest.first().withCursor("bogus"))
                        .items())
                .extracting(License::title)
                .containsExactly("Pro");
    }

    @Test
    void statusOfADomainThatHasNotPaid() {
        acme.domain(HOST);

        assertThat(backend.payments().status(acme.id(), PaymentQuery.ofDomain()).hasPaid())
                .isFalse();
    }

    @Test
    void inactiveInjectablesAreNotDelivered() {
        acme.injectable("inactive", SECRET, "x").inactive();
        acme.injectable("first", SECRET, "x");
        acme.injectable("second", SECRET, "x");
        DevPayr application = application(acme.license("Pro"));

        assertThat(backend.payments()
                        .status(acme.id(), PaymentQuery.ofProject().withInjectables())
                        .injectables())
                .extracting(DeliveredInjectable::slug)
                .containsExactly("first", "second");
        assertThat(application
                        .raw("GET", "injectable/stream?per_page=1", Credential.LICENSE_KEY, null)
                        .body())
                .contains("\"slug\":\"first\"", "\"has_more\":true");
        assertThat(application
                        .raw("GET", "injectable/stream?per_page=2", Credential.LICENSE_KEY, null)
                        .body())
                .contains("\"slug\":\"second\"", "\"has_more\":false");
    }

    @Test
    void eachIpAddressCountsAsADomain() {
        FakeLicense pro = acme.license("Pro");
        backend.licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder().maxDomains(1).build());

        assertThat(isPaid(application(pro, "192.0.2.1"))).isTrue();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> isPaid(application(pro, "192.0.2.2")));
    }

    @Test
    void missingLicenseIsReportedBeforeAKeyOfAnotherProject() {
        DevPayr other = fake.connect(DevPayrConfig.builder()
                .apiKey(fake.project("Other").createApiKey().reveal())
                .domain(HOST)
                .build());
        long pro = acme.license("Pro").id();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> other.licenses().get(acme.id(), pro));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> other.licenses().get(acme.id(), pro + 1));
    }

    /** Each row has two problems, of which the first must be reported. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inactive, locked   | This license's project is not active.",
                "locked, revoked    | This license's project is locked.",
                "revoked, expired   | This license has been revoked.",
                "expired, test      | This license has expired.",
                "test, foreign      | A test license works on test domains only.",
                "foreign, ip        | This license is not authorized for the current domain.",
                "ip, country        | This license is not authorized for the current address.",
                "country, usage     | This license is not authorized for the current country.",
                "usage, unpaid      | This license has reached its daily usage limit."
            })
    void enforcementChecksInTheDocumentedOrder(String problems, String message) {
        FakeLicense pro = acme.license("Pro");
        LicenseUpdate.Builder limits = LicenseUpdate.builder();
        for (String problem : List.of(problems.split(", ", -1))) {
            switch (problem) {
                case "inactive" -> acme.inactive();
                case "locked" -> acme.locked();
                case "revoked" -> pro.revoked();
                case "expired" -> pro.expiresAt(fake.clock().instant());
                case "test" -> pro.test();
                case "foreign" -> pro.restrictedToProjectDomains();
                case "ip" -> limits.allowedIps(List.of("203.0.113.7"));
                case "country" -> limits.allowedCountries(List.of("DE"));
                case "usage" -> limits.maxUsagePerDay(0);
                default -> acme.unpaid();
            }
        }
        backend.licenses().update(acme.id(), pro.id(), limits.build());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> isPaid(application(pro)))
                .withMessageContaining(message);
    }

    private Project readAcme() {
        return backend.projects().get(acme.id());
    }

    private boolean isListedAsPaid() {
        return backend.projects().list(PageRequest.first()).items().get(0).hasPaid();
    }

    private static boolean isPaid(DevPayr application) {
        return application.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
    }

    private DevPayr application(FakeLicense license) {
        return application(license, HOST);
    }

    private DevPayr application(FakeLicense license, String domain) {
        return fake.connect(DevPayrConfig.builder()
                .licenseKey(license.key().reveal())
                .domain(domain)
                .build());
    }
}
