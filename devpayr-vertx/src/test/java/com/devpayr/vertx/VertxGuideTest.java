package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.EnsureResult;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientSession;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The code of {@code docs/vertx.md}. */
@Timeout(60)
class VertxGuideTest {
    private final Vertx vertx = Vertx.vertx();
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject project = fake.project("Acme");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final DevPayrConfig config = DevPayrConfig.builder()
            .apiKey(fake.createGlobalKey().reveal())
            .domain("shop.example.com")
            .baseUrl(emulator.baseUrl())
            .build();

    @AfterEach
    void close() throws Exception {
        get(vertx.close());
        emulator.close();
    }

    @Test
    void createsAndListsLicenses() throws Exception {
        long projectId = project.id();
        Queue<Long> ids = new ConcurrentLinkedQueue<>();
        project.license("Basic");
        LicenseDraft trial = LicenseDraft.builder("Trial").maxDomains(1).build();

        // <client>
        VertxDevPayr devpayr = VertxDevPayr.create(vertx, config);
        Future<License> license =
                devpayr.licenses().create(projectId, LicenseDraft.builder("Pro").build());
        Future<Void> all = devpayr.licenses().listAll(projectId).forEach(each -> ids.add(each.id()));
        Future<EnsureResult<License>> ensured = devpayr.licenses().ensure(projectId, trial);
        // </client>

        assertThat(get(license).title()).isEqualTo("Pro");
        get(all);
        assertThat(ids).isNotEmpty();
        assertThat(get(ensured).isCreated()).isTrue();
        devpayr.close();
    }

    @Test
    void usesAWebClientOfTheApplication() throws Exception {
        // <web-client>
        WebClientSession session =
                WebClientSession.create(WebClient.create(vertx)).addHeader("X-Gateway", "internal");
        VertxDevPayr devpayr =
                VertxDevPayr.builder(config).vertx(vertx).webClient(session).build();
        // </web-client>

        assertThat(get(devpayr.projects().get(project.id())).id()).isEqualTo(project.id());
        devpayr.close();
    }
}
