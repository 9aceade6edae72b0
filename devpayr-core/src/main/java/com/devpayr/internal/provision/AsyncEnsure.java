package com.devpayr.internal.provision;

import com.devpayr.error.DevPayrException;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.EnsureResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of {@link Ensure} without blocking. Cancelling the future cancels the request in progress and sends no other. */
public final class AsyncEnsure<T> {
    private final CompletableFuture<EnsureResult<T>> result = new CompletableFuture<>();
    private final Supplier<CompletableFuture<Optional<T>>> find;
    private final Supplier<CompletableFuture<T>> create;
    private volatile @Nullable CompletableFuture<?> current;

    private AsyncEnsure(Supplier<CompletableFuture<Optional<T>>> find, Supplier<CompletableFuture<T>> create) {
        this.find = find;
        this.create = create;
    }

    /**
     * Starts the steps.
     *
     * @param find finds the resource by its unique name
     * @param create creates it
     */
    public static <T> CompletableFuture<EnsureResult<T>> start(
            Supplier<CompletableFuture<Optional<T>>> find, Supplier<CompletableFuture<T>> create) {
        AsyncEnsure<T> steps = new AsyncEnsure<>(find, create);
        steps.result.whenComplete((done, failure) -> steps.cancelCurrent());
        steps.find();
        return steps.result;
    }

    private void find() {
        call(find, existing -> existing.ifPresentOrElse(this::found, this::create), result::completeExceptionally);
    }

    private void found(T resource) {
        result.complete(new EnsureResult<>(resource, false));
    }

    private void create() {
        call(create, created -> result.complete(new EnsureResult<>(created, true)), failure -> {
            if (failure instanceof DevPayrException known && Ensure.mayExist(known)) {
                findAgain(known);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private void findAgain(DevPayrException failure) {
        call(
                find,
                existing -> existing.ifPresentOrElse(
                        resource -> result.complete(new EnsureResult<>(resource, Ensure.isOwn(failure))),
                        () -> result.completeExceptionally(failure)),
                unavailable -> result.completeExceptionally(Ensure.suppress(failure, unavailable)));
    }

    private <V> void call(Supplier<CompletableFuture<V>> step, Consumer<V> onValue, Consumer<Throwable> onFailure) {
        if (result.isDone()) {
            return; // cancelled between two requests
        }
        try {
            CompletableFuture<V> started = step.get();
            current = started;
            if (result.isDone()) {
                started.cancel(true);
            }
            started.whenComplete((value, failure) -> next(value, failure, onValue, onFailure));
        } catch (Throwable failure) {
            onFailure.accept(failure);
        }
    }

    /** Runs the next step. What it throws, such as for a transport that returns null, must not be lost in the callback. */
    private <V> void next(V value, @Nullable Throwable failure, Consumer<V> onValue, Consumer<Throwable> onFailure) {
        try {
            if (failure == null) {
                onValue.accept(value);
            } else {
                onFailure.accept(Futures.unwrap(failure));
            }
        } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
        }
    }

    private void cancelCurrent() {
        CompletableFuture<?> request = current;
        if (request != null) {
            request.cancel(true);
        }
    }
}
