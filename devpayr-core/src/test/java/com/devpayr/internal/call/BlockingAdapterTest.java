package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.FakeTransport;
import com.devpayr.call.AsyncCallInterceptor.AsyncCall;
import com.devpayr.call.CallInterceptor.Call;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectService;
import com.devpayr.spi.BlockingGuard;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A blocking client over an asynchronous one. */
@Timeout(30)
class BlockingAdapterTest {
    private final CompletableFuture<Project> source = new CompletableFuture<>();

    private static ProjectService projects(FakeTransport.Platform platform) {
        return new FakeTransport(platform).asyncClient().blocking().projects();
    }

    @Test
    void guardRejectsTheCallAndNothingIsSent() {
        FakeTransport transport = new FakeTransport((operation, arguments) -> source);
        BlockingGuard guard = operation -> {
            throw new IllegalStateException(operation.id() + " must not wait here");
        };

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> transport.asyncClient(guard).blocking().projects().get(7))
                .withMessage("project.get must not wait here");
        assertThatIllegalStateException()
                .as("with interceptors in both styles")
                .isThrownBy(() -> transport
                        .asyncClient(guard)
                        .with(AsyncCall::proceed)
                        .blocking()
                        .with(Call::proceed)
                        .projects()
                        .get(7))
                .withMessage("project.get must not wait here");
        assertThat(transport.operations()).isEmpty();
    }

    @Test
    void theGuardOfTheTransportStartsTheCall() {
        BlockingGuard elsewhere = new BlockingGuard() {
            @Override
            public void check(Operation operation) {}

            @Override
            public CompletableFuture<?> start(Supplier<CompletableFuture<?>> call) {
                return CompletableFuture.supplyAsync(call).join();
            }
        };
        Thread caller = Thread.currentThread();
        FakeTransport transport = new FakeTransport((operation, arguments) -> {
            assertThat(Thread.currentThread()).isNotSameAs(caller);
            return CompletableFuture.completedFuture(SampleProjects.SHOP);
        });

        assertThat(transport.asyncClient(elsewhere).blocking().projects().get(7))
                .isEqualTo(SampleProjects.SHOP);
    }

    @Test
    void waitsForTheFuture() {
        source.complete(SampleProjects.SHOP);

        assertThat(projects((operation, arguments) -> source).get(7)).isEqualTo(SampleProjects.SHOP);
    }

    @Test
    void passesTheArgumentsOn() {
        ProjectService projects = projects(
                (operation, arguments) -> CompletableFuture.completedFuture(Page.of(List.of(arguments.get(0)), null)));

        assertThat(projects.list(PageRequest.first()).items()).isEqualTo(List.of(PageRequest.first()));
    }

    @Test
    void throwsAFailureUnwrapped() {
        InvalidRequestException failure = new InvalidRequestException("project", "is wrong");
        source.completeExceptionally(failure);

        assertThatThrownBy(() -> projects((operation, arguments) -> source).get(7))
                .isSameAs(failure);
        assertThatThrownBy(() -> projects((operation, arguments) -> source.thenApply(project -> project))
                        .get(7))
                .isSameAs(failure);
    }

    @Test
    void throwsAnErrorUnwrapped() {
        AssertionError error = new AssertionError("bug");
        source.completeExceptionally(error);

        assertThatThrownBy(() -> projects((operation, arguments) -> source).get(7))
                .isSameAs(error);
    }

    @Test
    void wrapsACheckedException() {
        Exception checked = new Exception("undeclared");

        assertThatIllegalStateException()
                .isThrownBy(() -> projects((operation, arguments) -> CompletableFuture.failedFuture(checked))
                        .get(7))
                .withMessage("a call failed with a checked exception")
                .withCause(checked);
    }

    @Test
    void cancelledFutureThrowsCancellationException() {
        source.cancel(true);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> projects((operation, arguments) -> source).get(7));
    }

    @Test
    void anInterruptEndsTheWaitCancelsTheCallAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> projects((operation, arguments) -> source).get(7))
                    .isInstanceOfSatisfying(TransportException.class, interrupted -> {
                        assertThat(interrupted.kind()).isEqualTo(TransportException.Kind.INTERRUPTED);
                        assertThat(interrupted.operation()).isEqualTo(Operation.PROJECT_GET);
                    });
        } finally {
            assertThat(Thread.interrupted()).as("the flag is still set").isTrue();
        }
        assertThat(source).isCancelled();
    }

    @Test
    void aTransportThatReturnsNoFutureIsReported() {
        assertThatIllegalStateException()
                .isThrownBy(() -> projects((operation, arguments) -> null).get(7))
                .withMessageContaining("project.get");
    }
}
