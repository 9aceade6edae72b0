package com.devpayr.spring.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.error.LicenseUnknownException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.HeldResponse;
import com.devpayr.spring.RequiresLicense;
import com.devpayr.spring.UnsupportedRequiresLicenseException;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RequiresLicenseTest {
    private final ApplicationContextRunner application = Contexts.inMemory()
            .withConfiguration(
                    AutoConfigurations.of(AopAutoConfiguration.class, RequiresLicenseAutoConfiguration.class))
            .withBean(Reports.class)
            .withBean(Everything.class)
            .withBean(Contract.class, Contracted::new);

    @Test
    void permitsCallsIfLicensed() {
        application.run(context -> {
            assertThat(context.getBean(Reports.class).licensed()).isEqualTo("report");
            assertThat(context.getBean(Everything.class).anything()).isEqualTo("anything");
            assertThat(context.getBean(InMemoryDevPayr.class).requests()).hasSize(1);
        });
    }

    @Test
    void deniesAnnotatedMethodsTypesAndInterfaces() {
        application.run(context -> {
            context.getBean(FakeLicense.class).revoked();

            assertDenied(() -> context.getBean(Reports.class).licensed());
            assertDenied(() -> context.getBean(Everything.class).anything());
            assertDenied(() -> context.getBean(Contract.class).agreed());
            assertThat(context.getBean(Reports.class).free()).isEqualTo("free");
            assertThat(context.getBean(Reports.class).calls()).isEqualTo(0);
        });
    }

    @Test
    void detectsASingleAnnotatedTypeOrInterface() {
        alone().withBean(Everything.class).run(context -> {
            context.getBean(FakeLicense.class).revoked();
            assertDenied(() -> context.getBean(Everything.class).anything());
        });
        alone().withBean(Contract.class, Contracted::new).run(context -> {
            context.getBean(FakeLicense.class).revoked();
            assertDenied(() -> context.getBean(Contract.class).agreed());
        });
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PrivateMethod.class,
                FinalMethod.class,
                StaticMethod.class,
                FinalType.class,
                FinalMethodOfType.class,
                InheritedFinalMethod.class
            })
    void rejectsWhatCannotBeIntercepted(Class<?> type) {
        alone().withBean(type).run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(UnsupportedRequiresLicenseException.class)
                .hasMessageContaining("@RequiresLicense has no effect on " + RequiresLicenseTest.class.getName()));
    }

    @Test
    void acceptsFinalTypesBehindAnInterface() {
        alone().withPropertyValues("spring.aop.proxy-target-class=false")
                .withBean(Contract.class, FinalContracted::new)
                .run(context -> {
                    context.getBean(FakeLicense.class).revoked();
                    assertDenied(() -> context.getBean(Contract.class).agreed());
                });
    }

    @Test
    void acceptsPrivateAndStaticHelpersOfAnAnnotatedType() {
        alone().withBean(Helpers.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Helpers.class).help()).isEqualTo("help");
        });
    }

    private static ApplicationContextRunner alone() {
        return Contexts.inMemory().withConfiguration(AutoConfigurations.of(RequiresLicenseAutoConfiguration.class));
    }

    @Test
    void anOutageIsNotADenial() {
        application.withPropertyValues("devpayr.resilience.enabled=false").run(context -> {
            context.getBean(InMemoryDevPayr.class)
                    .stubNext(Operation.PAYMENT_CHECK, StubResponse.of(503).times(9));

            assertThatExceptionOfType(LicenseUnknownException.class)
                    .isThrownBy(() -> context.getBean(Reports.class).licensed());
        });
    }

    @Test
    void deniesCallsWithoutALicenseKey() {
        application.withPropertyValues("devpayr.guard.enabled=false").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(LicenseGuard.class);
            assertThatExceptionOfType(LicenseDeniedException.class)
                    .isThrownBy(() -> context.getBean(Reports.class).licensed())
                    .withMessageContaining("devpayr.license-key")
                    .satisfies(denied -> assertThat(denied.reason()).isEqualTo(DenialReason.MISSING_CREDENTIAL));
            assertThat(context.getBean(Reports.class).later()).isCompletedExceptionally();
        });
    }

    @Test
    void worksWithoutTheApplicationsProxies() {
        application.withPropertyValues("spring.aop.auto=false").run(context -> {
            context.getBean(FakeLicense.class).revoked();
            assertDenied(() -> context.getBean(Reports.class).licensed());
        });
    }

    @Test
    void doesNotBlockOnAFuture() {
        doesNotBlock(Reports::later);
    }

    @Test
    void doesNotBlockOnAMono() {
        doesNotBlock(reports -> reports.single().toFuture());
    }

    @Test
    void doesNotBlockOnAFlux() {
        doesNotBlock(reports -> reports.several().single().toFuture());
    }

    @Test
    void deliversADenialThroughTheReturnedObject() {
        application.run(context -> {
            context.getBean(FakeLicense.class).revoked();
            Reports reports = context.getBean(Reports.class);

            for (int i = 0; i < 2; i++) {
                assertDenied(() -> reports.single().block(Duration.ofSeconds(10)));
                assertDenied(() -> reports.several().blockLast(Duration.ofSeconds(10)));
                assertThat(reports.later())
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableThat()
                        .withCauseInstanceOf(LicenseDeniedException.class);
            }
            assertThat(reports.calls()).isEqualTo(0);
        });
    }

    @Test
    void checksForEachSubscription() {
        application.run(context -> {
            Reports reports = context.getBean(Reports.class);
            Mono<String> report = reports.single();

            assertThat(report.block(Duration.ofSeconds(10))).isEqualTo("report");
            assertThat(report.block(Duration.ofSeconds(10))).isEqualTo("report");
            context.getBean(FakeLicense.class).revoked();
            context.getBean(LicenseGuard.class).refresh().join();

            assertDenied(() -> report.block(Duration.ofSeconds(10)));
            assertThat(reports.calls()).isEqualTo(2);
        });
    }

    private void doesNotBlock(Function<Reports, CompletableFuture<String>> call) {
        HeldResponse response = new HeldResponse();
        application.withPropertyValues("devpayr.resilience.enabled=false").run(context -> {
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, response.stub());
            Reports reports = context.getBean(Reports.class);

            CompletableFuture<String> report = call.apply(reports);

            assertThat(report).isNotDone(); // the thread is not blocked during the license check
            assertThat(reports.calls()).isEqualTo(0);
            response.release();
            assertThat(report).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("report");
            assertThat(reports.calls()).isEqualTo(1);
        });
    }

    private static void assertDenied(Runnable call) {
        assertThatExceptionOfType(LicenseDeniedException.class)
                .isThrownBy(call::run)
                .satisfies(denied -> assertThat(denied.reason()).isEqualTo(DenialReason.REVOKED));
    }

    static class Reports {
        private final AtomicInteger calls = new AtomicInteger();

        @RequiresLicense
        public String licensed() {
            calls.incrementAndGet();
            return "report";
        }

        @RequiresLicense
        public CompletableFuture<String> later() {
            return CompletableFuture.completedFuture(licensed());
        }

        @RequiresLicense
        public Mono<String> single() {
            return Mono.just(licensed());
        }

        @RequiresLicense
        public Flux<String> several() {
            return Flux.just(licensed());
        }

        public int calls() {
            return calls.get();
        }

        public String free() {
            return "free";
        }
    }

    @RequiresLicense
    static class Everything {
        public String anything() {
            return "anything";
        }
    }

    interface Contract {
        @RequiresLicense
        String agreed();
    }

    static class Contracted implements Contract {
        @Override
        public String agreed() {
            return "agreed";
        }
    }

    static class PrivateMethod {
        @RequiresLicense
        private String secret() {
            return "secret";
        }

        public String call() {
            return secret();
        }
    }

    static class FinalMethod {
        @RequiresLicense
        public final String secret() {
            return "secret";
        }
    }

    static class StaticMethod {
        @RequiresLicense
        public static String secret() {
            return "secret";
        }
    }

    static final class FinalType {
        @RequiresLicense
        public String secret() {
            return "secret";
        }
    }

    @RequiresLicense
    static class FinalMethodOfType {
        public final String secret() {
            return "secret";
        }
    }

    static class InheritedFinalMethod extends FinalMethod {}

    static final class FinalContracted implements Contract {
        @Override
        public String agreed() {
            return "agreed";
        }
    }

    @RequiresLicense
    static class Helpers {
        public String help() {
            return text() + suffix();
        }

        private String text() {
            return "he";
        }

        static String suffix() {
            return "lp";
        }
    }
}
