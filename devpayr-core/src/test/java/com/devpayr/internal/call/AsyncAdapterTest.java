package com.devpayr.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.FakeTransport;
import com.devpayr.Sneaky;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.page.Page;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.AsyncProjectService;
import com.devpayr.project.Project;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An asynchronous client over a blocking one. */
@Timeout(30)
class AsyncAdapterTest {
    private final Queue<Runnable> queue = new ArrayDeque<>();

    private AsyncProjectService projects(FakeTransport.Platform platform) {
        return projects(new FakeTransport(platform));
    }

    private AsyncProjectService projects(FakeTransport transport) {
        return transport.client().async(queue::add).projects();
    }

    @Test
    void runsACallOnTheExecutorOnly() {
        Project shop = SampleProjects.SHOP;
        FakeTransport transport = new FakeTransport((operation, arguments) -> shop);
        CompletableFuture<Project> result = projects(transport).get(7);
        assertThat(result).isNotDone();
        assertThat(transport.operations()).isEmpty();

        queue.remove().run();

        assertThat(result).isCompletedWithValue(shop);
    }

    @Test
    void anExceptionFailsTheFutureUnwrapped() {
        InvalidRequestException thrown = new InvalidRequestException("project", "is wrong");
        CompletableFuture<Project> result = projects((operation, arguments) -> {
                    throw thrown;
                })
                .get(7);
        queue.remove().run();

        assertThat(failureOf(result)).isSameAs(thrown);
    }

    @Test
    void errorFailsTheFuture() {
        AssertionError error = new AssertionError("bug");
        CompletableFuture<Project> result = projects((operation, arguments) -> {
                    throw error;
                })
                .get(7);
        queue.remove().run();

        assertThat(failureOf(result)).isSameAs(error);
    }

    @Test
    void checkedExceptionFailsTheFuture() {
        IOException checked = new IOException("of an interceptor in Kotlin");
        CompletableFuture<Project> result = projects((operation, arguments) -> {
                    throw Sneaky.rethrow(checked);
                })
                .get(7);
        queue.remove().run();

        assertThat(failureOf(result)).isSameAs(checked);
    }

    @Test
    void anExecutorThatRejectsTheCallFailsTheFuture() {
        RejectedExecutionException full = new RejectedExecutionException("full");
        FakeTransport transport = new FakeTransport(
                (operation, arguments) -> PaymentStatus.builder(true).build());
        CompletableFuture<PaymentStatus> result = transport
                .client()
                .async(task -> {
                    throw full;
                })
                .payments()
                .status(7, PaymentQuery.ofProject());

        assertThat(failureOf(result)).isSameAs(full);
        assertThat(transport.operations()).isEmpty();
    }

    @Test
    void callCancelledBeforeItRunsNeverRuns() {
        FakeTransport transport = new FakeTransport((operation, arguments) -> SampleProjects.SHOP);
        projects(transport).get(7).cancel(true);
        queue.remove().run();

        assertThat(transport.operations()).isEmpty();
    }

    @Test
    void cancellationInterruptsARunningCall() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Project> result = new FakeTransport((operation, arguments) -> {
                        started.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException expected) {
                            interrupted.countDown();
                        }
                        return SampleProjects.SHOP;
                    })
                    .client()
                    .async(thread)
                    .projects()
                    .get(7);
            started.await();
            result.cancel(true);

            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void eachPageOfAListIsFetchedOnTheExecutor() {
        CompletableFuture<Void> walk = projects((operation, arguments) -> Page.of(List.of(SampleProjects.SHOP), null))
                .listAll()
                .forEach(project -> {});
        assertThat(walk).isNotDone();

        queue.remove().run();

        assertThat(walk).isCompleted();
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> result) {
        assertThat(result).isDone();
        return result.handle((value, failure) -> failure).join();
    }
}
