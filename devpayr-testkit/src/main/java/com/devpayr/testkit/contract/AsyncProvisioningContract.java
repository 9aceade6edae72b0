package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.project.ProjectDraft;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The contract of asynchronous methods that send several requests: finding, creating and listing resources. */
abstract class AsyncProvisioningContract extends AsyncFixture {
    @Test
    public void ensureCreatesOneLicenseIfTheResponseIsLost() throws Exception {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        FakeProject acme = platform.project("Acme");
        AsyncDevPayr devpayr = connect(platform);
        platform.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        EnsureResult<License> created = await(devpayr.licenses().ensure(acme.id(), draft()));
        EnsureResult<License> found = await(devpayr.licenses().ensure(acme.id(), draft()));

        assertThat(created.isCreated()).isTrue();
        assertThat(found).isEqualTo(new EnsureResult<>(created.resource(), false));
        assertThat(await(devpayr.licenses().listAll(acme.id()).toList())).containsExactly(found.resource());
        assertThat(platform.requests())
                .filteredOn(request -> request.operation() == Operation.LICENSE_CREATE)
                .hasSize(1);
    }

    @Test
    public void ensureReturnsWhatAConcurrentCallerCreated() throws Exception {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        FakeProject acme = platform.project("Acme");
        AsyncDevPayr devpayr = connect(platform).with(call -> {
            if (call.operation() == Operation.LICENSE_CREATE) {
                acme.license("Pro");
            }
            return call.proceed();
        });

        EnsureResult<License> license = await(devpayr.licenses().ensure(acme.id(), draft()));

        assertThat(license.isCreated()).isFalse();
        assertThat(await(devpayr.licenses().findByTitle(acme.id(), "Pro"))).contains(license.resource());
    }

    @Test
    public void ensureFailsWithTheFailureOfTheRequest() throws Exception {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        FakeProject acme = platform.project("Acme");
        AsyncDevPayr devpayr = connect(platform);
        platform.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        assertThat(failureOf(devpayr.licenses().ensure(acme.id(), draft())))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(failureOf(
                        devpayr.projects().ensure(ProjectDraft.builder("Acme").build())))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(failureOf(devpayr.licenses().findByTitle(acme.id(), " ")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    public void cancellingEnsureEndsItsRequest() throws Exception {
        StalledRequests stalled = new StalledRequests(1);
        AsyncDevPayr devpayr = connect(stalled);
        CompletableFuture<EnsureResult<License>> call = devpayr.licenses().ensure(1, draft());
        stalled.await(END);

        call.cancel(true);

        assertThat(server.awaitNoConnection(END)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    public void aSubscriberDeterminesWhichPagesAreRequested() throws Exception {
        InMemoryDevPayr platform = InMemoryDevPayr.create();
        FakeProject acme = platform.project("Acme");
        for (int i = 0; i < 120; i++) {
            acme.license("License " + i);
        }
        AsyncDevPayr devpayr = connect(platform);

        assertThat(await(devpayr.licenses().listAll(acme.id()).findFirst(license -> license.id() <= 60)))
                .map(License::title)
                .contains("License 59");
        assertThat(platform.requests()).hasSize(2);
        assertThat(await(devpayr.licenses().listAll(acme.id()).toList())).hasSize(120);
    }

    private static LicenseDraft draft() {
        return LicenseDraft.builder("Pro").build();
    }
}
