package com.devpayr.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.page.PagedPublisher;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The listings of docs/lists.md. */
class ListsGuideTest {
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject acme = fake.project("Acme");
    private final long projectId = acme.id();
    private final DevPayrConfig config = DevPayrConfig.builder()
            .apiKey(fake.createGlobalKey().reveal())
            .domain("shop.example.com")
            .build();
    private final DevPayr devpayr = fake.connect(config);
    private final AsyncDevPayr async = fake.connectAsync(config);

    @Test
    void ensuresALicense() {
        List<String> log = new ArrayList<>();

        // <ensure>
        LicenseDraft draft = LicenseDraft.builder("Order 4711").maxDomains(3).build();
        EnsureResult<License> license = devpayr.licenses().ensure(projectId, draft);
        log.add(license.resource().id() + (license.isCreated() ? " created" : " found"));

        Optional<License> other = devpayr.licenses().findByTitle(projectId, "Order 4712");
        // </ensure>

        assertThat(log).singleElement().asString().endsWith(" created");
        assertThat(other).isEmpty();
    }

    @Test
    void listsAsynchronously() {
        acme.license("Basic");
        acme.license("Pro");
        List<String> titles = new ArrayList<>();

        // <futures>
        PagedPublisher<License> licenses = async.licenses().listAll(projectId);
        CompletableFuture<Void> done = licenses.forEach(license -> titles.add(license.title()));
        CompletableFuture<List<License>> all = licenses.toList();
        CompletableFuture<Optional<License>> trial = licenses.findFirst(license -> "Trial".equals(license.title()));
        // </futures>

        done.join();
        assertThat(titles).containsExactly("Pro", "Basic");
        assertThat(all.join()).hasSize(2);
        assertThat(trial.join()).isEmpty();
    }

    @Test
    void subscribesWithBackPressure() {
        for (int i = 0; i < 60; i++) {
            acme.license("License " + i);
        }
        List<License> rows = new ArrayList<>();

        // <subscriber>
        async.licenses().listAll(projectId).subscribe(new Flow.Subscriber<License>() {
            private Flow.@Nullable Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                this.subscription = subscription;
                subscription.request(1); // requests the first page
            }

            @Override
            public void onNext(License license) {
                rows.add(license);
                requireNonNull(subscription);
                if (rows.size() < 10) {
                    subscription.request(1);
                } else {
                    subscription.cancel(); // the second page is never requested
                }
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        // </subscriber>

        assertThat(rows).hasSize(10);
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void usesFieldsThatTheLibraryDoesNotKnow() {
        long licenseId = acme.license("Pro").id();
        fake.stubNext(
                Operation.LICENSE_UPDATE,
                StubResponse.of(200).body("{\"data\":{\"id\":1,\"uuid\":\"k\",\"seats\":25}}"));

        // <extra>
        LicenseUpdate update = LicenseUpdate.builder().extra("seats", 25).build();
        License license = devpayr.licenses().update(projectId, licenseId, update);
        Object seats = license.extra().get("seats");
        // </extra>

        assertThat(seats).isEqualTo(25);
    }
}
