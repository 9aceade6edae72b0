package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainEnvironment;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableMode;
import com.devpayr.injectable.InjectableType;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests finding and ensuring resources with Vert.x futures. */
@Timeout(60)
class VertxProvisioningTest {
    private static final LicenseDraft PRO = LicenseDraft.builder("Pro").build();

    private final Vertx vertx = Vertx.vertx();
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final long project = fake.project("Acme").id();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(fake);
    private final VertxDevPayr devpayr = VertxDevPayr.create(
            vertx,
            DevPayrConfig.builder()
                    .apiKey(fake.createGlobalKey().reveal())
                    .domain("shop.example.com")
                    .baseUrl(emulator.baseUrl())
                    .build());

    @AfterEach
    void close() throws Exception {
        devpayr.close();
        get(vertx.close());
        emulator.close();
    }

    @Test
    void ensuresAndFindsEveryResource() throws Exception {
        EnsureResult<Project> shop = get(devpayr.projects()
                .ensure(ProjectDraft.builder("Shop").slug("shop").build()));
        EnsureResult<ProjectDomain> domain = get(devpayr.domains()
                .ensure(
                        project,
                        DomainDraft.builder("a.example", DomainEnvironment.PRODUCTION)
                                .build()));
        EnsureResult<License> license = get(devpayr.licenses().ensure(project, PRO));
        EnsureResult<Injectable> banner = get(devpayr.injectables().ensure(project, banner()));

        assertThat(get(devpayr.projects().findBySlug("shop"))).contains(shop.resource());
        assertThat(get(devpayr.domains().findByDomain(project, "A.example")))
                .map(ProjectDomain::id)
                .contains(domain.resource().id());
        assertThat(get(devpayr.licenses().findByTitle(project, "Pro"))).contains(license.resource());
        assertThat(get(devpayr.injectables().findBySlug(project, "banner")))
                .map(Injectable::id)
                .contains(banner.resource().id());
        assertThat(get(devpayr.licenses().ensure(project, PRO)))
                .isEqualTo(new EnsureResult<>(license.resource(), false));
    }

    @Test
    void ensureFindsWhatItCreatedIfTheResponseIsLost() throws Exception {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect().afterProcessing());

        assertThat(get(devpayr.licenses().ensure(project, PRO)).isCreated()).isTrue();

        assertThat(get(devpayr.licenses().listAll(project).toList())).hasSize(1);
    }

    @Test
    void ensureReturnsWhatAConcurrentCallerCreated() throws Exception {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.of(422).afterProcessing());

        assertThat(get(devpayr.licenses().ensure(project, PRO)).isCreated()).isFalse();
    }

    @Test
    void ensureFailsWithTheFailureOfTheRequest() throws Exception {
        fake.stubNext(Operation.LICENSE_CREATE, StubResponse.disconnect());

        assertThat(failureOf(devpayr.licenses().ensure(project, PRO))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(failureOf(devpayr.licenses().findByTitle(project, " "))).isInstanceOf(InvalidRequestException.class);
        assertThat(failureOf(
                        devpayr.projects().ensure(ProjectDraft.builder("Shop").build())))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void completesOnTheContextOfTheCaller() throws Exception {
        Context context = vertx.getOrCreateContext();

        assertThat(on(context, () -> devpayr.licenses().ensure(project, PRO))).isSameAs(context);
        assertThat(on(context, () -> devpayr.licenses().findByTitle(project, "Pro")))
                .isSameAs(context);
    }

    private static Context on(Context context, Supplier<Future<?>> call) throws Exception {
        Promise<Context> completedOn = Promise.promise();
        context.runOnContext(start -> call.get().onComplete(done -> completedOn.complete(Vertx.currentContext())));
        return get(completedOn.future());
    }

    private static Throwable failureOf(Future<?> call) throws Exception {
        return get(call.<Throwable>mapEmpty().otherwise(failure -> failure));
    }

    private static InjectableDraft banner() {
        return InjectableDraft.builder(InjectableType.HTML, InjectableMode.WRITE, Secret.of("correct horse battery"))
                .targetPath("banner")
                .content("x")
                .slug("banner")
                .build();
    }
}
