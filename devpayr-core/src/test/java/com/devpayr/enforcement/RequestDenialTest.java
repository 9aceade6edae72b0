package com.devpayr.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.FakeTransport;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.guard.Verdict.Unknown.Cause;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.spi.LeaseStore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the wait of requests for a license check. DevPayr is unreachable unless a test says otherwise. */
class RequestDenialTest {
    private static final EnforcementRequest REQUEST = EnforcementRequest.of("GET", "", "/", name -> null);

    /** The tasks of the check that have not run yet. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private final List<String> warnings = new ArrayList<>();

    private boolean isReachable;

    private final LicenseGuard guard = LicenseGuard.builder(
                    new FakeTransport((operation, arguments) -> checkPayment()).client())
            .application("enforcer")
            .leaseStore(LeaseStore.memory())
            .executor(tasks::add)
            .build();

    private PaymentStatus checkPayment() {
        if (!isReachable) {
            throw new TransportException(Operation.PAYMENT_CHECK, Kind.CONNECT, null);
        }
        return PaymentStatus.builder(true).build();
    }

    private LicenseEnforcer.Builder enforcer(EnforcementMode mode) {
        return LicenseEnforcer.builder(mode).exclude("/health").logger(warnings::add);
    }

    private CompletableFuture<Optional<Verdict>> denial(LicenseEnforcer.Builder enforcer) {
        return enforcer.build().denial(guard, REQUEST);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static void assertDenied(CompletableFuture<Optional<Verdict>> denial, Cause cause) {
        assertThat(denial)
                .succeedsWithin(Duration.ofSeconds(5))
                .extracting(Optional::orElseThrow)
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.cause()).isEqualTo(cause));
    }

    @Test
    void waitsForTheFirstCheck() {
        CompletableFuture<Optional<Verdict>> denial = denial(enforcer(EnforcementMode.PAGE));
        assertThat(denial).isNotDone();

        runTasks();

        assertThat(denial).isDone();
        assertDenied(denial, Cause.UNREACHABLE);
    }

    @Test
    void proceedsAfterTheFirstCheck() {
        isReachable = true;
        CompletableFuture<Optional<Verdict>> denial = denial(enforcer(EnforcementMode.PAGE));
        assertThat(denial).isNotDone();

        runTasks();

        assertThat(denial).isCompletedWithValue(Optional.empty());
    }

    @Test
    void theCachedVerdictDecidesAfterTheMaximumWait() {
        assertDenied(denial(enforcer(EnforcementMode.PAGE).maxWait(Duration.ZERO)), Cause.NOT_CHECKED);
        assertThat(tasks).isNotEmpty();
    }

    @Test
    void theCachedVerdictDecidesAfterTheFirstCheck() {
        denial(enforcer(EnforcementMode.PAGE));
        runTasks();

        CompletableFuture<Optional<Verdict>> denial = denial(enforcer(EnforcementMode.PAGE));

        assertThat(denial).isDone();
        assertDenied(denial, Cause.UNREACHABLE);
    }

    @Test
    void modeLogDoesNotWaitAndWarnsAfterTheCheck() {
        assertThat(denial(enforcer(EnforcementMode.LOG))).isCompletedWithValue(Optional.empty());
        assertThat(warnings).isEmpty();
        runTasks();

        assertThat(denial(enforcer(EnforcementMode.LOG))).isCompletedWithValue(Optional.empty());
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aLoggerThatFailsInModeLogDoesNotDenyTheRequest() {
        denial(enforcer(EnforcementMode.LOG));
        runTasks();
        LicenseEnforcer.Builder failing = LicenseEnforcer.builder(EnforcementMode.LOG)
                .logger(message -> {
                    throw new IllegalStateException("the disk is full");
                });

        assertThat(denial(failing)).isCompletedWithValue(Optional.empty());
    }

    @Test
    void callbacksOfTheMaximumWaitDoNotBlockTheTimerOfTheJdk() {
        LicenseEnforcer enforcer =
                enforcer(EnforcementMode.PAGE).maxWait(Duration.ofMillis(1)).build();

        assertThat(CompletableFuture.allOf(IntStream.range(0, 200)
                        .mapToObj(i -> enforcer.denial(guard, REQUEST).thenRun(this::waitForTheTimerOfTheJdk))
                        .toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(5));
    }

    /** Never returns on the thread of the timer. */
    private void waitForTheTimerOfTheJdk() {
        new CompletableFuture<>()
                .completeOnTimeout(true, 1, TimeUnit.MILLISECONDS)
                .join();
    }

    @Test
    void excludedRequestsStartNoCheck() {
        assertThat(denial(enforcer(EnforcementMode.OFF))).isCompletedWithValue(Optional.empty());
        assertThat(enforcer(EnforcementMode.PAGE)
                        .build()
                        .denial(guard, EnforcementRequest.of("GET", "", "/health", name -> null)))
                .isCompletedWithValue(Optional.empty());
        assertThat(tasks).isEmpty();
    }
}
