package com.devpayr.spring.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.HeldResponse;
import com.devpayr.spring.IsolatedClassLoader;
import com.devpayr.spring.RequiresLicense;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.context.ApplicationContext;

/** Futures in an application without Reactor, where Spring's registry contains no reactive types. */
class WithoutReactorTest {
    @Test
    void doesNotBlockOnAFutureAndDeliversADenialThroughIt() throws Exception {
        try (IsolatedClassLoader classes = IsolatedClassLoader.without("reactor-core")) {
            classes.run(Application.class);
        }
    }

    /** Calls methods while the response to the first license check is held. */
    public static final class Application implements Callable<Boolean> {
        @Override
        public Boolean call() {
            doesNotBlock(Reports::later);
            doesNotBlock(reports -> reports.stage().toCompletableFuture());
            return true;
        }

        private static void doesNotBlock(Function<Reports, CompletableFuture<String>> call) {
            Contexts.inMemory()
                    .withConfiguration(AutoConfigurations.of(RequiresLicenseAutoConfiguration.class))
                    .withBean(Reports.class)
                    .run(context -> {
                        completesLater(context, call);
                        deniesLater(context, call);
                    });
        }

        private static void completesLater(
                ApplicationContext context, Function<Reports, CompletableFuture<String>> call) {
            HeldResponse response = new HeldResponse();
            context.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, response.stub());
            Reports reports = context.getBean(Reports.class);

            CompletableFuture<CompletableFuture<String>> called =
                    CompletableFuture.supplyAsync(() -> call.apply(reports));

            assertThat(called).succeedsWithin(Duration.ofSeconds(10)); // during the license check
            assertThat(called.join()).isNotDone();
            response.release();
            assertThat(called.join()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("report");
        }

        private static void deniesLater(ApplicationContext context, Function<Reports, CompletableFuture<String>> call) {
            context.getBean(FakeLicense.class).revoked();
            context.getBean(LicenseGuard.class).refresh().join();

            assertThat(call.apply(context.getBean(Reports.class)))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(LicenseDeniedException.class);
        }
    }

    static class Reports {
        @RequiresLicense
        public CompletableFuture<String> later() {
            return CompletableFuture.completedFuture("report");
        }

        @RequiresLicense
        public CompletionStage<String> stage() {
            return later();
        }
    }
}
