package com.devpayr.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.ForbiddenException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.RateLimitedException;
import com.devpayr.error.ServerException;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.model.RecordedRequest;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the fake's API for tests and the rules of its platform. */
class InMemoryDevPayrTest {
    private static final Secret SECRET = Secret.of("a good secret");
    private static final String HOST = "shop.example.com";

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject acme = fake.project("Acme").paid();
    private final DevPayr backend = fake.connect(DevPayrConfig.builder()
            .apiKey(fake.createGlobalKey().reveal())
            .domain(HOST)
            .build());

    @Test
    void stubResponsesAreUsedInOrderBeforeRealOnes() {
        fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));
        fake.stubNext(Operation.PROJECT_GET, StubResponse.of(429));

        assertThatExceptionOfType(ServerException.class).isThrownBy(this::readAcme);
        assertThatExceptionOfType(ServerException.class).isThrownBy(this::readAcme);
        assertThatExceptionOfType(RateLimitedException.class).isThrownBy(this::readAcme);
        assertThat(readAcme().name()).isEqualTo("Acme");
    }

    @Test
    void baseUrlAndProxyOfTheConfigurationHaveNoEffect() throws Exception {
        DevPayrConfig elsewhere = DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain(HOST)
                .baseUrl("https://devpayr.invalid/another/path/")
                .proxy(ProxySettings.of("proxy.invalid", 3128))
                .build();

        assertThat(fake.connect(elsewhere).projects().get(acme.id()).name()).isEqualTo("Acme");
        assertThat(fake.connectAsync(elsewhere).projects().get(acme.id()).get().name())
                .isEqualTo("Acme");

        assertThat(fake.requests())
                .extracting(RecordedRequest::target)
                .containsExactly("project/" + acme.id(), "project/" + acme.id());
    }

    @Test
    void requestCanBeProcessedTwice() {
        fake.stubNext(Operation.PROJECT_CREATE, StubResponse.of(502).afterProcessingTwice());

        assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> backend.projects()
                .create(ProjectDraft.builder("Twice").build()));
        assertThat(backend.projects().listAll()).extracting(Project::name).containsExactly("Acme", "Twice", "Twice");
    }

    @Test
    void logMasksSecrets() {
        String key = fake.createGlobalKey().reveal();
        DevPayr devpayr =
                fake.connect(DevPayrConfig.builder().apiKey(key).domain(HOST).build());

        devpayr.projects()
                .update(acme.id(), ProjectUpdate.builder().webhookSecret(SECRET).build());

        assertThat(fake.requests()).singleElement().satisfies(request -> {
            assertThat(request.operation()).isEqualTo(Operation.PROJECT_UPDATE);
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.toString()).doesNotContain(key).doesNotContain(SECRET.reveal());
        });
        fake.clearRequests();
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void logCanBeLimitedToTheLatestRequests() {
        readAcme();
        fake.limitRecordedRequests(2);
        backend.projects().delete(acme.id());
        fake.clock().advance(Duration.ofSeconds(1));
        backend.projects().listAll().forEach(project -> {});

        assertThat(fake.requests())
                .extracting(RecordedRequest::operation)
                .containsExactly(Operation.PROJECT_DELETE, Operation.PROJECT_LIST);
        assertThat(fake.requests().get(1).at()).isEqualTo(fake.clock().instant());
    }

    @Test
    void revisionGrowsWithEveryChange() {
        long first = fake.revision();
        fake.requests();
        fake.snapshot();
        assertThat(fake.revision()).isEqualTo(first);

        acme.unpaid();
        long afterChange = fake.revision();
        readAcme(); // the API key was used
        long afterRequest = fake.revision();
        fake.restore(fake.snapshot());

        assertThat(afterChange).isGreaterThan(first);
        assertThat(afterRequest).isGreaterThan(afterChange);
        assertThat(fake.revision()).isGreaterThan(afterRequest);
    }

    @Test
    void snapshotRestoresAllData() {
        FakeLicense pro = acme.license("Pro");
        acme.domain(HOST).paid();
        acme.injectable("banner", SECRET, "hello");
        DevPayr application = application(pro);
        assertThat(isPaid(application)).isTrue();
        String before = fake.snapshot().json();

        PlatformSnapshot snapshot = fake.snapshot();
        pro.revoked();
        acme.unpaid();
        backend.projects().delete(acme.id());
        fake.restore(snapshot);

        assertThat(fake.snapshot().json()).isEqualTo(before);
        assertThat(isPaid(application)).isTrue();
        assertThat(readAcme().hasPaid()).isTrue();
        DeliveredInjectable banner =
                application.runtime().injectables(PageRequest.first()).items().get(0);
        assertThat(InjectableCrypto.create(SECRET).open(banner)).asString().isEqualTo("hello");
        pro.revoked();
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> isPaid(application));
    }

    @Test
    void snapshotCanBeWrittenByHand() {
        fake.restore(PlatformSnapshot.ofJson("""
                {"accounts": [{
                    "name": "Default",
                    "projects": [{
                        "name": "Demo",
                        "has_paid": true,
                        "domains": [{"domain": "demo.example.com"}],
                        "licenses": [{"title": "Pro", "uuid": "demo-license", "expires_at": "2099-01-01"}],
                        "injectables": [{"type": "css", "mode": "write", "target_path": "a.css",
                                         "secret": "a good secret", "content": "b {}"}]}],
                    "api_keys": [{"name": "Demo", "key": "gk_demo_key", "scopes": ["licenses:read"]}]}]}
                """));

        DevPayr reader = fake.connect(
                DevPayrConfig.builder().apiKey("gk_demo_key").domain(HOST).build());
        assertThat(reader.licenses().list(1, PageRequest.first()).items())
                .extracting(License::title)
                .containsExactly("Pro");
        DevPayr application = fake.connect(
                DevPayrConfig.builder().licenseKey("demo-license").domain(HOST).build());
        assertThat(isPaid(application)).isTrue();
        assertThat(application.runtime().listAllInjectables()).singleElement().satisfies(css -> {
            assertThat(css.slug()).isEqualTo("css");
            assertThat(InjectableCrypto.create(SECRET).open(css)).asString().isEqualTo("b {}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                       | cannot be read",
                "[1]                                                                     | not an object",
                "{\"accounts\":7}                                                        | accounts is not a list",
                "{\"accounts\":[{}]}                                                     | an account has no name",
                "{\"accounts\":[{\"name\":\"A\",\"projects\":[{}]}]}                     | a project has no name",
                "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"P\",\"payed\":1}]}]} | project P: .*payed",
                "{\"accounts\":[{\"name\":\"A\",\"projects\":[{\"name\":\"P\",\"licenses\":[{\"title\":\"L\","
                        + "\"expires_at\":\"soon\"}]}]}]} | license L: .*not a time"
            })
    void invalidSnapshotIsRejectedAndChangesNothing(String json, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.restore(PlatformSnapshot.ofJson(json)))
                .withMessageMatching("(?s).*" + problem + ".*");
        assertThat(readAcme().name()).isEqualTo("Acme");
    }

    @Test
    void resetDeletesAllData() {
        fake.reset();

        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::readAcme);
        assertThat(fake.snapshot().json()).doesNotContain("Acme");
    }

    @Test
    void rateLimitAppliesToAWindowAndReportsRetryAfter() {
        fake.setRateLimit(2, Duration.ofMinutes(1));
        readAcme();
        fake.clock().advance(Duration.ofSeconds(20));
        readAcme();

        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(this::readAcme)
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(40)));
        fake.clock().advance(Duration.ofSeconds(40));
        readAcme();
        fake.removeRateLimit();
        for (int i = 0; i < 5; i++) {
            readAcme();
        }
    }

    @Test
    void rateLimitAppliesToEachKey() {
        fake.setRateLimit(1, Duration.ofMinutes(1));
        DevPayr another = fake.connect(DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain(HOST)
                .build());

        readAcme();
        another.projects().get(acme.id());
        assertThatExceptionOfType(RateLimitedException.class).isThrownBy(this::readAcme);
        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> another.projects().get(acme.id()));
    }

    @Test
    void readsAreCachedForEachKey() {
        fake.cacheReads(true);
        assertThat(readAcme().hasPaid()).isTrue();
        acme.unpaid();

        DevPayr another = fake.connect(DevPayrConfig.builder()
                .apiKey(acme.createApiKey().reveal())
                .domain(HOST)
                .build());
        assertThat(another.projects().get(acme.id()).hasPaid()).isFalse();
        assertThat(readAcme().hasPaid()).isTrue();
    }

    @Test
    void readsAreCachedFor15Minutes() {
        fake.cacheReads(true);
        assertThat(readAcme().hasPaid()).isTrue();
        acme.unpaid();

        assertThat(readAcme().hasPaid()).isTrue();
        assertThat(backend.projects().list(PageRequest.first()).items().get(0).hasPaid())
                .isFalse();
        fake.clock().advance(Duration.ofMinutes(15));
        assertThat(readAcme().hasPaid()).isFalse();
        acme.paid();
        fake.cacheReads(false);
        assertThat(readAcme().hasPaid()).isTrue();
    }

    @Test
    void identicalProjectUpdateIsIgnoredFor60Minutes() {
        fake.cacheReads(true);
        ProjectUpdate pay = ProjectUpdate.builder().hasPaid(true).build();
        backend.projects().update(acme.id(), pay);
        acme.unpaid();

        backend.projects().update(acme.id(), pay);
        assertThat(isListedAsPaid()).isFalse();
        fake.clock().advance(Duration.ofMinutes(60));
        backend.projects().update(acme.id(), pay);
        assertThat(isListedAsPaid()).isTrue();
    }

    @Test
    void restoreRemovesStubResponses() {
        fake.stubNext(Operation.PROJECT_GET, StubResponse.of(500).times(9));

        fake.restore(fake.snapshot());

        assertThat(readAcme().name()).isEqualTo("Acme");
    }

    @Test
    void planLimitsAreCheckedBeforeValidation() {
        fake.account("Default").maxProjects(1).maxDomains(1);
        acme.domain(HOST);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> backend.projects()
                        .create(ProjectDraft.builder("x".repeat(300)).build()))
                .withMessageContaining("plan");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> backend.domains()
                        .create(
                                acme.id(),
                                DomainDraft.builder("no host", DomainEnvironment.STAGING)
                                        .build()))
                .withMessageContaining("plan");
    }

    @Test
    void deletedProjectFreesThePlanButKeepsItsSlug() {
        fake.account("Default").maxProjects(1);
        backend.projects().delete(acme.id());

        assertThat(backend.projects()
                        .create(ProjectDraft.builder("Acme").build())
                        .slug())
                .isNotEqualTo("acme");
    }

    @Test
    void restoreClearsTheRequestLogAndTheCachedReads() {
        PlatformSnapshot paid = fake.snapshot();
        fake.cacheReads(true);
        acme.unpaid();
        assertThat(readAcme().hasPaid()).isFalse();

        fake.restore(paid);

        assertThat(fake.requests()).isEmpty();
        assertThat(readAcme().hasPaid()).isTrue();
    }

    @Test
    void snapshotRestoresDomainsAndThePlanOfAnAccount() {
        fake.account("Default").maxProjects(1);
        acme.domain(HOST);

        fake.restore(fake.snapshot());

        assertThat(backend.domains().listAll(acme.id()))
                .extracting(ProjectDomain::domain)
                .containsExactly(HOST);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> backend.projects()
                        .create(ProjectDraft.builder("Another").build()))
                .withMessageContaining("plan");
    }

    private Project readAcme() {
        return backend.projects().get(acme.id());
    }

    private boolean isListedAsPaid() {
        return backend.projects().list(PageRequest.first()).items().get(0).hasPaid();
    }

    private DevPayr application(FakeLicense license) {
        return fake.connect(DevPayrConfig.builder()
                .licenseKey(license.key().reveal())
                .domain(HOST)
                .build());
    }

    private static boolean isPaid(DevPayr application) {
        return application.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
    }
}
