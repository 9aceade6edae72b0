package com.devpayr.internal.provision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.Sneaky;
import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import com.devpayr.error.InvalidRequestException;
import com.devpayr.error.OutcomeUnknownException;
import com.devpayr.error.ProtocolException;
import com.devpayr.error.TransportException;
import com.devpayr.operation.EnsureResult;
import com.devpayr.operation.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The results and failures of the steps of ensure in both styles, with requests that each test defines. */
class EnsureTest {
    private final ApiException conflict = rejection(409);
    private final AtomicInteger finds = new AtomicInteger();
    private final AtomicInteger creates = new AtomicInteger();

    /** The ways to run the steps. */
    enum Style {
        BLOCKING {
            @Override
            EnsureResult<String> run(Supplier<Optional<String>> find, Supplier<String> create) {
                return Ensure.run(find, create);
            }
        },
        ASYNC {
            @Override
            EnsureResult<String> run(Supplier<Optional<String>> find, Supplier<String> create) {
                return resultOf(AsyncEnsure.start(() -> future(find), () -> future(create)));
            }
        },
        /** With steps that throw instead of returning a failed future, as an interceptor can. */
        ASYNC_THROWING {
            @Override
            EnsureResult<String> run(Supplier<Optional<String>> find, Supplier<String> create) {
                return resultOf(AsyncEnsure.start(
                        () -> CompletableFuture.completedFuture(find.get()),
                        () -> CompletableFuture.completedFuture(create.get())));
            }
        };

        abstract EnsureResult<String> run(Supplier<Optional<String>> find, Supplier<String> create);

        private static EnsureResult<String> resultOf(CompletableFuture<EnsureResult<String>> result) {
            assertThat(result).isDone();
            try {
                return result.join();
            } catch (CompletionException failure) {
                throw Sneaky.rethrow(requireNonNull(failure.getCause()));
            }
        }

        private static <V> CompletableFuture<V> future(Supplier<V> step) {
            try {
                return CompletableFuture.completedFuture(step.get());
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }
    }

    private static ApiException rejection(int status) {
        return ApiException.builder(Operation.PROJECT_CREATE, status).build();
    }

    private static OutcomeUnknownException lostResponse() {
        return new OutcomeUnknownException(
                Operation.PROJECT_CREATE,
                new TransportException(Operation.PROJECT_CREATE, TransportException.Kind.CONNECTION_LOST, null));
    }

    /** Returns a search that finds nothing at first, and after that the resource. */
    private Supplier<Optional<String>> findLater(String resource) {
        return () -> finds.incrementAndGet() > 1 ? Optional.of(resource) : Optional.empty();
    }

    private Optional<String> findNever() {
        finds.incrementAndGet();
        return Optional.empty();
    }

    private String createOnce() {
        creates.incrementAndGet();
        return "created";
    }

    private Supplier<String> createFailing(DevPayrException failure) {
        return () -> {
            creates.incrementAndGet();
            throw failure;
        };
    }

    private Optional<String> findNothing() {
        if (finds.incrementAndGet() > 1) {
            throw conflict;
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @EnumSource
    void returnsAnExistingResourceAndCreatesNone(Style style) {
        assertThat(style.run(() -> Optional.of("existing"), this::createOnce))
                .isEqualTo(new EnsureResult<>("existing", false));
        assertThat(creates).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void createsAResourceThatDoesNotExist(Style style) {
        assertThat(style.run(this::findNever, this::createOnce)).isEqualTo(new EnsureResult<>("created", true));
        assertThat(finds).hasValue(1);
        assertThat(creates).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void findsAResourceThatAnotherProgramCreatedMeanwhile(Style style) {
        for (int status : new int[] {403, 409, 422}) {
            finds.set(0);
            creates.set(0);

            assertThat(style.run(findLater("theirs"), createFailing(rejection(status))))
                    .as("status %s", status)
                    .isEqualTo(new EnsureResult<>("theirs", false));
            assertThat(creates).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResourceThatIsFoundAfterALostResponseCountsAsCreated(Style style) {
        assertThat(style.run(findLater("ours"), createFailing(lostResponse())))
                .isEqualTo(new EnsureResult<>("ours", true));
        assertThat(creates).as("the request is not repeated").hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheFailureIfTheResourceIsStillMissing(Style style) {
        for (DevPayrException failure : List.of(rejection(403), rejection(409), rejection(422), lostResponse())) {
            finds.set(0);

            assertThatThrownBy(() -> style.run(this::findNever, createFailing(failure)))
                    .isSameAs(failure)
                    .hasNoSuppressedExceptions();
            assertThat(finds).hasValue(2);
        }
    }

    static Stream<DevPayrException> failuresThatCreateNothing() {
        return Stream.of(
                rejection(400),
                rejection(404),
                rejection(500),
                new ProtocolException(Operation.PROJECT_CREATE, "status 302"),
                new TransportException(Operation.PROJECT_CREATE, TransportException.Kind.CONNECT, null));
    }

    @ParameterizedTest
    @EnumSource
    void doesNotSearchAgainAfterOtherFailures(Style style) {
        failuresThatCreateNothing().forEach(failure -> {
            finds.set(0);

            assertThatThrownBy(() -> style.run(findLater("not searched for"), createFailing(failure)))
                    .isSameAs(failure);
            assertThat(finds).hasValue(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void addsTheFailureOfTheSecondSearchToThatOfTheCreate(Style style) {
        DevPayrException unknown = lostResponse();

        assertThatThrownBy(() -> style.run(this::findNothing, createFailing(unknown)))
                .isSameAs(unknown)
                .satisfies(failure -> assertThat(failure.getSuppressed()).containsExactly(conflict));
    }

    @Test
    void aDraftIsFoundByItsName() {
        assertThat(Ensure.nameOf("title", "Pro")).isEqualTo("Pro");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> Ensure.nameOf("title", null))
                .withMessageContaining("call title(String)")
                .returns("title", InvalidRequestException::field);
    }

    @Test
    void waitsForEachAsynchronousRequest() {
        CompletableFuture<Optional<String>> find = new CompletableFuture<>();
        CompletableFuture<String> create = new CompletableFuture<>();
        CompletableFuture<EnsureResult<String>> result = AsyncEnsure.start(() -> find, () -> create);

        find.complete(Optional.empty());
        assertThat(result).isNotDone();
        create.complete("created");

        assertThat(result).isCompletedWithValue(new EnsureResult<>("created", true));
    }

    @Test
    void cancellationReachesTheRequestInProgress() {
        CompletableFuture<Optional<String>> find = new CompletableFuture<>();
        CompletableFuture<EnsureResult<String>> result =
                AsyncEnsure.start(() -> find, () -> CompletableFuture.completedFuture(createOnce()));

        assertThat(result.cancel(true)).isTrue();

        assertThat(find).isCancelled();
        assertThat(creates).hasValue(0);
    }

    @Test
    void cancellationReachesARequestThatIsBeingStarted() {
        CompletableFuture<Optional<String>> find = new CompletableFuture<>();
        CompletableFuture<String> create = new CompletableFuture<>();
        CompletableFuture<CompletableFuture<?>> started = new CompletableFuture<>();
        started.complete(AsyncEnsure.start(() -> find, () -> {
            started.join().cancel(true);
            return create;
        }));

        find.complete(Optional.empty());

        assertThat(create).isCancelled();
    }

    /** For example from an interceptor that throws one exception for all calls. */
    @ParameterizedTest
    @EnumSource
    void reportsAnExceptionThatTwoStepsThrow(Style style) {
        assertThatThrownBy(() -> style.run(this::findNothing, createFailing(conflict)))
                .isSameAs(conflict)
                .hasNoSuppressedExceptions();
        assertThat(finds).hasValue(2);
    }

    /** For example from an interceptor that replaces the result of a call. */
    @Test
    @SuppressWarnings("NullAway")
    void failsIfACreateReturnsNull() {
        assertThat(AsyncEnsure.start(
                        () -> CompletableFuture.completedFuture(Optional.empty()),
                        () -> CompletableFuture.completedFuture(null)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(NullPointerException.class);
    }
}
