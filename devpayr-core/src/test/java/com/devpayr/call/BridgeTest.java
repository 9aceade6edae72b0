package com.devpayr.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.FakePorts;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.AsyncPaymentService;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectService;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BridgeTest {
    private static final Project SHOP =
            Project.builder(7, "Shop", "shop").isActive(true).hasPaid(true).build();

    @Nested
    class ToAsync {
        private final Queue<Runnable> queue = new ArrayDeque<>();

        private AsyncProjectService over(FakePorts.Platform platform) {
            return Bridge.toAsync(
                    AsyncProjectService.class,
                    ProjectService.class,
                    new FakePorts(platform).port(ProjectService.class),
                    queue::add);
        }

        @Test
        void aCallRunsOnTheExecutorAndNowhereElse() {
            CompletableFuture<Project> answer =
                    over((operation, arguments) -> SHOP).get(7);
            assertThat(answer).isNotDone();

            queue.remove().run();

            assertThat(answer).isCompletedWithValue(SHOP);
        }

        @Test
        void aFailureIsTheFuturesAndNotWrapped() {
            InvalidRequestException refusal = new InvalidRequestException("project", "is wrong");
            CompletableFuture<Project> answer = over((operation, arguments) -> {
                        throw refusal;
                    })
                    .get(7);
            queue.remove().run();

            assertThat(failureOf(answer)).isSameAs(refusal);
        }

        @Test
        void anErrorIsTheFuturesToo() {
            AssertionError error = new AssertionError("bug");
            CompletableFuture<Project> answer = over((operation, arguments) -> {
                        throw error;
                    })
                    .get(7);
            queue.remove().run();

            assertThat(failureOf(answer)).isSameAs(error);
        }

        @Test
        void anExecutorThatRefusesFailsTheFuture() {
            RejectedExecutionException full = new RejectedExecutionException("full");
            AsyncPaymentService port = Bridge.toAsync(
                    AsyncPaymentService.class,
                    PaymentService.class,
                    new FakePorts((operation, arguments) ->
                                    PaymentStatus.builder(true).build())
                            .port(PaymentService.class),
                    task -> {
                        throw full;
                    });

            assertThat(failureOf(port.status(7, PaymentQuery.ofProject()))).isSameAs(full);
        }

        @Test
        void aCallThatIsCancelledBeforeItRunsNeverRuns() {
            FakePorts ports = new FakePorts((operation, arguments) -> SHOP);
            CompletableFuture<Project> answer = Bridge.toAsync(
                            AsyncProjectService.class,
                            ProjectService.class,
                            ports.port(ProjectService.class),
                            queue::add)
                    .get(7);
            answer.cancel(true);
            queue.remove().run();

            assertThat(ports.asked()).isEmpty();
        }

        @Test
        void aCancelInterruptsACallThatRuns() throws InterruptedException {
            CountDownLatch started = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            try {
                CompletableFuture<Project> answer = Bridge.toAsync(
                                AsyncProjectService.class,
                                ProjectService.class,
                                new FakePorts((operation, arguments) -> {
                                            started.countDown();
                                            try {
                                                new CountDownLatch(1).await();
                                            } catch (InterruptedException expected) {
                                                interrupted.countDown();
                                            }
                                            return SHOP;
                                        })
                                        .port(ProjectService.class),
                                thread)
                        .get(7);
                started.await();
                answer.cancel(true);

                assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                thread.shutdownNow();
            }
        }

        @Test
        void walksOverPagesPassTheBridgeToo() {
            CompletableFuture<Void> walk = over((operation, arguments) -> Page.of(List.of(SHOP)))
                    .listAll()
                    .forEach(project -> {});
            assertThat(walk).isNotDone();

            queue.remove().run();

            assertThat(walk).isCompleted();
        }
    }

    @Nested
    class ToBlocking {
        private final CompletableFuture<Project> answer = new CompletableFuture<>();

        private ProjectService over(FakePorts.Platform platform) {
            return Bridge.toBlocking(
                    ProjectService.class,
                    AsyncProjectService.class,
                    new FakePorts(platform).port(AsyncProjectService.class),
                    WaitGuard.NONE);
        }

        @Test
        void aThreadThatMayNotWaitIsRefusedBeforeAnythingIsAsked() {
            FakePorts ports = new FakePorts((operation, arguments) -> answer);
            ProjectService port = Bridge.toBlocking(
                    ProjectService.class,
                    AsyncProjectService.class,
                    ports.port(AsyncProjectService.class),
                    operation -> {
                        throw new IllegalStateException(operation.id() + " must not wait here");
                    });

            assertThatIllegalStateException()
                    .isThrownBy(() -> port.get(7))
                    .withMessage("project.get must not wait here");
            assertThat(ports.asked()).isEmpty();
        }

        @Test
        void theGuardStartsTheCall() {
            WaitGuard elsewhere = new WaitGuard() {
                @Override
                public void check(Operation operation) {}

                @Override
                public CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
                    return CompletableFuture.supplyAsync(call).join();
                }
            };
            Thread caller = Thread.currentThread();
            ProjectService port = Bridge.toBlocking(
                    ProjectService.class,
                    AsyncProjectService.class,
                    new FakePorts((operation, arguments) -> {
                                assertThat(Thread.currentThread()).isNotSameAs(caller);
                                return CompletableFuture.completedFuture(SHOP);
                            })
                            .port(AsyncProjectService.class),
                    elsewhere);

            assertThat(port.get(7)).isEqualTo(SHOP);
        }

        @Test
        void aCallWaitsForItsFuture() {
            answer.complete(SHOP);

            assertThat(over((operation, arguments) -> answer).get(7)).isEqualTo(SHOP);
        }

        @Test
        void theArgumentsAreHandedOn() {
            ProjectService port = over(
                    (operation, arguments) -> CompletableFuture.completedFuture(Page.of(List.of(arguments.get(0)))));

            assertThat(port.list(PageRequest.first()).items()).isEqualTo(List.of(PageRequest.first()));
        }

        @Test
        void aFailureIsThrownAsItIs() {
            InvalidRequestException refusal = new InvalidRequestException("project", "is wrong");
            answer.completeExceptionally(refusal);

            assertThatThrownBy(() -> over((operation, arguments) -> answer).get(7))
                    .isSameAs(refusal);
            assertThatThrownBy(() -> over((operation, arguments) -> answer.thenApply(project -> project))
                            .get(7))
                    .isSameAs(refusal);
        }

        @Test
        void anErrorIsThrownAsItIs() {
            AssertionError error = new AssertionError("bug");
            answer.completeExceptionally(error);

            assertThatThrownBy(() -> over((operation, arguments) -> answer).get(7))
                    .isSameAs(error);
        }

        @Test
        void aCancelledFutureIsACancel() {
            answer.cancel(true);

            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> over((operation, arguments) -> answer).get(7));
        }

        @Test
        void anInterruptEndsTheWaitCancelsTheCallAndKeepsTheFlag() {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> over((operation, arguments) -> answer).get(7))
                        .isInstanceOfSatisfying(TransportException.class, interrupted -> {
                            assertThat(interrupted.kind()).isEqualTo(TransportException.Kind.INTERRUPTED);
                            assertThat(interrupted.operation()).isEqualTo(Operation.PROJECT_GET);
                        });
            } finally {
                assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
            }
            assertThat(answer).isCancelled();
        }

        @Test
        void aPortWithoutAFutureIsAnErrorThatSaysSo() {
            assertThatThrownBy(() -> over((operation, arguments) -> "no future").get(7))
                    .isInstanceOf(ClassCastException.class);
            assertThatIllegalStateException()
                    .isThrownBy(() -> over(BridgeTest::nothing).get(7))
                    .withMessageContaining("project.get");
        }
    }

    /** A port as a library with a future of its own would have it: here, one that may be empty. */
    interface SupplierPort {
        @Calls(Operation.PROJECT_GET)
        Supplier<Project> get(long projectId);

        default Supplier<Project> first() {
            return get(1);
        }
    }

    /** A port with a method that the asynchronous one does not have. */
    interface StrayPort {
        @Calls(Operation.PROJECT_GET)
        Supplier<Project> get(String slug);
    }

    @Nested
    class ToStyle {
        private final FakePorts ports =
                new FakePorts((operation, arguments) -> CompletableFuture.completedFuture(SHOP));

        private <P> P in(Class<P> type) {
            return Bridge.toStyle(type, AsyncProjectService.class, ports.port(AsyncProjectService.class), call ->
                    (Supplier<?>) () -> call.get().join());
        }

        @Test
        void aResultIsWhatTheStyleMakesOfTheFuture() {
            assertThat(in(SupplierPort.class).get(7).get()).isEqualTo(SHOP);
            assertThat(ports.asked()).containsExactly(Operation.PROJECT_GET);
        }

        @Test
        void theStyleDecidesWhenTheCallStarts() {
            in(SupplierPort.class).get(7);

            assertThat(ports.asked()).isEmpty();
        }

        @Test
        void aDefaultMethodRunsOnThePortItself() {
            assertThat(in(SupplierPort.class).first().get()).isEqualTo(SHOP);
        }

        @Test
        void aMethodThatTheAsynchronousPortLacksIsFoundAtOnce() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> in(StrayPort.class))
                    .withMessageContaining("AsyncProjectService")
                    .withMessageContaining("StrayPort.get");
        }
    }

    @Test
    void aCheckedExceptionOfAPortIsNotSwallowed() {
        Exception checked = new Exception("undeclared");
        ProjectService sneaky = Bridge.toBlocking(
                ProjectService.class,
                AsyncProjectService.class,
                new FakePorts((operation, arguments) -> CompletableFuture.failedFuture(checked))
                        .port(AsyncProjectService.class),
                WaitGuard.NONE);

        assertThatIllegalStateException()
                .isThrownBy(() -> sneaky.get(7))
                .withMessage("a port threw a checked exception")
                .withCause(checked);
    }

    @Test
    void aBridgedPortIsEqualToItselfAloneAndNamesItsType() {
        FakePorts ports = new FakePorts((operation, arguments) -> SHOP);
        AsyncProjectService one = Bridge.toAsync(
                AsyncProjectService.class, ProjectService.class, ports.port(ProjectService.class), Runnable::run);
        AsyncProjectService other = Bridge.toAsync(
                AsyncProjectService.class, ProjectService.class, ports.port(ProjectService.class), Runnable::run);

        assertThat(Set.of(one, other)).hasSize(2).contains(one, other);
        assertThat(one.toString()).startsWith("AsyncProjectService@");
        assertThat(ports.asked()).isEmpty();
    }

    @Test
    void portsThatAreNoTwinsAreRefusedAtOnce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Bridge.toAsync(
                        AsyncProjectService.class,
                        PaymentService.class,
                        new FakePorts(BridgeTest::nothing).port(PaymentService.class),
                        Runnable::run))
                .withMessageContaining("PaymentService has no twin");
    }

    @SuppressWarnings("NullAway") // what a broken port may do
    private static Object nothing(Operation operation, List<Object> arguments) {
        return null;
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> answer) {
        assertThat(answer).isDone();
        return answer.handle((value, failure) -> failure).join();
    }
}
