package com.devpayr.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;

class GuardTest {
    private static final String DAYS = "devpayr.guard.check-interval=24h";
    private final ApplicationContextRunner application = Contexts.inMemory();

    @Test
    void permitsALicensedApplicationAndDeniesARevokedLicense() {
        application.run(context -> {
            LicenseGuard guard = context.getBean(LicenseGuard.class);
            guard.requireLicensed();

            context.getBean(FakeLicense.class).revoked();
            guard.refresh().join();

            assertThatExceptionOfType(LicenseDeniedException.class)
                    .isThrownBy(guard::requireLicensed)
                    .satisfies(denied -> assertThat(denied.reason()).isEqualTo(DenialReason.REVOKED));
        });
    }

    @Test
    void creatingTheBeansSendsNoRequest() {
        application.run(context -> {
            assertThat(context.getBean(LicenseGuard.class).current()).isInstanceOf(Verdict.Unknown.class);
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).isEmpty();
        });
    }

    @Test
    void startupDoesNotWaitForDevPayr() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Contexts.backend()
                    .withPropertyValues(
                            "devpayr.license-key=a-license",
                            "devpayr.guard.lease.store=memory",
                            "devpayr.resilience.enabled=false",
                            "devpayr.base-url=http://127.0.0.1:" + silent.getLocalPort())
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(context.getBean(LicenseGuard.class).current())
                                .isInstanceOf(Verdict.Unknown.class);
                        assertThat(context.getBean(LicenseGuardLifecycle.class).completion())
                                .isNotDone();
                    });
        }
    }

    @Test
    void startupWarnKeepsADeniedApplicationRunning() {
        denied("warn").run(context -> {
            context.getBean(LicenseGuardLifecycle.class).completion().join();

            assertThat(context.getSourceApplicationContext().isActive()).isTrue();
            assertThat(context.getBean(LicenseGuard.class).current()).isInstanceOf(Verdict.Denied.class);
        });
    }

    @Test
    void startupFailFailsTheStartOfADeniedApplication() {
        denied("fail").run(context -> assertThat(context.getStartupFailure())
                .hasStackTraceContaining(LicenseDeniedException.class.getName() + ": The license has been revoked."));
    }

    @Test
    void startupFailFailsTheStartIfTheLicenseCannotBeVerified() {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.of(503).times(9));
        application
                .withPropertyValues("devpayr.guard.startup=fail", "devpayr.resilience.enabled=false")
                .withBean(InMemoryDevPayr.class, () -> fake)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(LicenseUnknownException.class.getName()));
    }

    @Test
    void rejectsASharedCacheWithoutADomain(@TempDir Path state) {
        Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=feign",
                        "devpayr.license-key=a-license",
                        "devpayr.guard.startup=off",
                        "devpayr.guard.lease.cache=licenses",
                        "XDG_STATE_HOME=" + state)
                .withBean(CacheManager.class, () -> new ConcurrentMapCacheManager("licenses"))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("devpayr.domain is not set")
                        .hasMessageContaining("devpayr.guard.lease.cache"));
    }

    @Test
    void acceptsASharedCacheWithADomain() {
        Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=feign",
                        "devpayr.license-key=a-license",
                        "devpayr.domain=shop.example.com",
                        "devpayr.guard.startup=off",
                        "devpayr.guard.lease.cache=licenses")
                .withBean(CacheManager.class, () -> new ConcurrentMapCacheManager("licenses"))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void thePropertyIsNotEvaluatedIfConnectionDetailsProvideTheKey() {
        application.withPropertyValues("devpayr.license-key=${SHOP_LICENSE}").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(LicenseGuard.class);
            context.getBean(LicenseGuard.class).requireLicensed();
        });
    }

    @Test
    void startupFailKeepsALicensedApplicationRunning() {
        application.withPropertyValues("devpayr.guard.startup=fail").run(context -> {
            context.getBean(LicenseGuardLifecycle.class).completion().join();

            assertThat(context.getSourceApplicationContext().isActive()).isTrue();
            assertThat(context.getBean(LicenseGuard.class).current()).isInstanceOf(Verdict.Allowed.class);
        });
    }

    @Test
    void startupOffSendsNoRequest() {
        application.run(context -> {
            context.getBean(LicenseGuardLifecycle.class).completion().join();

            assertThat(context.getBean(InMemoryDevPayr.class).requests()).isEmpty();
        });
    }

    @Test
    void appliesTheOutagePolicy() {
        application
                .withPropertyValues("devpayr.guard.outage-policy=fail-closed")
                .run(context -> {
                    LicenseGuard guard = context.getBean(LicenseGuard.class);
                    assertThat(guard.isPermitted(guard.current())).isFalse();
                });
        application.withPropertyValues("devpayr.guard.outage-policy=advisory").run(context -> {
            LicenseGuard guard = context.getBean(LicenseGuard.class);
            assertThat(guard.isPermitted(guard.current())).isTrue();
        });
    }

    @Test
    void appliesThePaymentScope() {
        application.withPropertyValues("devpayr.guard.scope=domain", DAYS).run(context -> assertThat(
                        context.getBean(LicenseGuard.class).check())
                .isInstanceOfSatisfying(Verdict.Denied.class, denied -> assertThat(denied.reason())
                        .isEqualTo(DenialReason.UNPAID)));
    }

    @Test
    void aLeaseFileSurvivesARestart(@TempDir Path folder) {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeProject project = fake.project("Acme").paid();
        FakeLicense license = project.license("Pro");
        ApplicationContextRunner sharing = Contexts.bare()
                .withPropertyValues(
                        "devpayr.transport=in-memory",
                        "devpayr.guard.startup=off",
                        "devpayr.resilience.enabled=false",
                        "devpayr.guard.lease.path=" + folder.resolve("lease"))
                .withBean(InMemoryDevPayr.class, () -> fake)
                .withBean(FakeProject.class, () -> project)
                .withBean(FakeLicense.class, () -> license);

        sharing.run(context -> context.getBean(LicenseGuard.class).requireLicensed());
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.of(503).times(9));

        sharing.run(context -> assertThat(context.getBean(LicenseGuard.class).check())
                .isInstanceOfSatisfying(Verdict.Allowed.class, allowed -> assertThat(allowed.source())
                        .isEqualTo(Verdict.Allowed.Source.CACHED)));
    }

    @Test
    void usesTheApplicationsLeaseStore() {
        LeaseStore store = LeaseStore.memory();
        application.withBean(LeaseStore.class, () -> store).run(context -> {
            context.getBean(LicenseGuard.class).check();
            assertThat(context).getBean(LeaseStore.class).isSameAs(store);
            assertThat(store.load()).isNotNull();
        });
    }

    @Test
    void appliesListenersAndCustomizers() {
        List<String> messages = new ArrayList<>();
        application
                .withBean(GuardListener.class, () -> (before, after) -> messages.add(after.message()))
                .withBean(
                        LicenseGuardCustomizer.class,
                        () -> guard -> guard.messageFormatter(verdict -> "a custom message"))
                .run(context -> {
                    LicenseGuard guard = context.getBean(LicenseGuard.class);
                    guard.check();
                    assertThat(guard.messageFor(guard.current())).isEqualTo("a custom message");
                    assertThat(messages).containsExactly("This application is licensed.");
                });
    }

    @Test
    void createsNoGuardWithoutALicenseKey() {
        Contexts.backend().run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(LicenseGuard.class));
        application
                .withPropertyValues("devpayr.guard.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(LicenseGuard.class));
    }

    @Test
    void createsAGuardOnlyIfConnectionDetailsProvideALicenseKey() {
        Contexts.bare()
                .withPropertyValues("devpayr.transport=feign")
                .withBean(BackendDetails.class)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(LicenseGuard.class));
        Contexts.bare()
                .withPropertyValues("devpayr.transport=feign", "devpayr.guard.startup=off")
                .withBean(ApplicationDetails.class)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(LicenseGuard.class));
    }

    static class BackendDetails implements DevPayrConnectionDetails {
        @Override
        public String apiKey() {
            return "a-key";
        }
    }

    static class ApplicationDetails extends BackendDetails {
        @Override
        public String licenseKey() {
            return "a-license";
        }
    }

    @Test
    void rejectsAnIntervalThatIsTooShort() {
        application.withPropertyValues("devpayr.guard.check-interval=1ms").run(context -> assertThat(
                        context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("checkInterval is PT0.001S"));
    }

    private ApplicationContextRunner denied(String startup) {
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        FakeLicense license = fake.project("Acme").paid().license("Revoked").revoked();
        return application
                .withPropertyValues("devpayr.guard.startup=" + startup)
                .withBean(InMemoryDevPayr.class, () -> fake)
                .withBean(FakeLicense.class, () -> license);
    }
}
