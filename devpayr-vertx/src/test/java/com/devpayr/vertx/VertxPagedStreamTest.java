package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.WriteStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VertxPagedStreamTest {
    private final List<PageRequest> requested = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    private VertxPagedStream<Integer> stream(Function<Integer, Future<Page<Integer>>> pages) {
        return new VertxPagedStream<>(Operation.LICENSE_LIST, request -> {
            requested.add(request);
            return pages.apply(requested.size());
        });
    }

    private static Throwable failureOf(Future<Void> done) throws Exception {
        return get(done.<Throwable>mapEmpty().otherwise(failure -> failure));
    }

    @Test
    void passesAllRowsInOrderWithOneRequestForEachPage() throws Exception {
        VertxPagedStream<Integer> stream = stream(page -> Future.succeededFuture(
                Page.of(List.of(page * 10, page * 10 + 1), page == 3 ? null : "cursor-" + page)));

        get(stream.forEach(rows::add));

        assertThat(rows).containsExactly(10, 11, 20, 21, 30, 31);
        assertThat(requested)
                .containsExactly(
                        PageRequest.ofSize(PageRequest.MAX_SIZE),
                        PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor("cursor-1"),
                        PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor("cursor-2"));
    }

    @Test
    void manyImmediatePagesDoNotOverflowTheStack() throws Exception {
        VertxPagedStream<Integer> stream = stream(
                page -> Future.succeededFuture(Page.of(List.of(page), page == 100_000 ? null : "cursor-" + page)));

        get(stream.forEach(rows::add));

        assertThat(rows).hasSize(100_000);
    }

    @Test
    void manyDelayedPagesDoNotOverflowTheStack() throws Exception {
        List<Promise<Page<Integer>>> pending = new ArrayList<>();
        VertxPagedStream<Integer> stream = stream(page -> {
            pending.add(Promise.promise());
            return pending.get(pending.size() - 1).future();
        });

        Future<Void> done = stream.forEach(rows::add);
        IntStream.rangeClosed(1, 20_000).forEach(page -> pending.get(page - 1)
                .complete(Page.of(List.of(page), page == 20_000 ? null : "cursor-" + page)));

        get(done);
        assertThat(rows).hasSize(20_000);
    }

    @Test
    void repeatedCursorEndsTheIteration() throws Exception {
        VertxPagedStream<Integer> stream = stream(page -> Future.succeededFuture(Page.of(List.of(page), "the same")));

        assertThat(failureOf(stream.forEach(rows::add))).isInstanceOf(ProtocolException.class);
        assertThat(requested).hasSize(2);
    }

    @Test
    void aFailedRequestEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        VertxPagedStream<Integer> stream = stream(page -> page == 2
                ? Future.failedFuture(failure)
                : Future.succeededFuture(Page.of(List.of(page), "cursor-" + page)));

        assertThat(failureOf(stream.forEach(rows::add))).isSameAs(failure);
        assertThat(rows).containsExactly(1);
    }

    @Test
    void aCheckedExceptionOfTheHandlerEndsTheIteration() throws Exception {
        IOException checked = new IOException("code in Kotlin");

        Future<Void> done = threePages().forEach(row -> throwUnchanged(checked));

        assertThat(failureOf(done)).isSameAs(checked);
        assertThat(requested).hasSize(1);
    }

    /** Throws a checked exception where none is declared, as code in Kotlin can. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchanged(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void laterFailureEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        Promise<Page<Integer>> pending = Promise.promise();
        VertxPagedStream<Integer> stream = stream(page -> pending.future());

        Future<Void> done = stream.forEach(rows::add);
        pending.fail(failure);

        assertThat(failureOf(done)).isSameAs(failure);
    }

    @Test
    void anActionThatThrowsEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("rejected");
        Consumer<Integer> action = row -> {
            throw failure;
        };
        VertxPagedStream<Integer> stream =
                stream(page -> Future.succeededFuture(Page.of(List.of(page), "cursor-" + page)));

        assertThat(failureOf(stream.forEach(action))).isSameAs(failure);
        assertThat(requested).hasSize(1);
    }

    @Test
    void collectsAllRows() throws Exception {
        assertThat(get(threePages().toList()))
                .containsExactly(10, 11, 20, 21, 30, 31)
                .isUnmodifiable();
        requested.clear();
        assertThat(get(threePages().collect(Collectors.counting()))).isEqualTo(6);
    }

    @Test
    void findsTheFirstMatchAndRequestsNoFurtherPage() throws Exception {
        assertThat(get(threePages().findFirst(row -> row > 19))).contains(20);
        assertThat(requested).hasSize(2);
        requested.clear();
        assertThat(get(threePages().findFirst(row -> row > 99))).isEmpty();
    }

    @Test
    void requestsNothingBeforeAHandlerIsSet() {
        VertxPagedStream<Integer> stream = threePages();

        stream.endHandler(end -> rows.add(0)).exceptionHandler(failure -> rows.add(-1));
        assertThat(requested).isEmpty();
        stream.handler(rows::add);

        assertThat(rows).containsExactly(10, 11, 20, 21, 30, 31, 0);
    }

    @Test
    void reportsTheEndToAHandlerThatIsSetAfterwards() {
        VertxPagedStream<Integer> stream = threePages().handler(rows::add);

        stream.endHandler(end -> rows.add(0));
        stream.endHandler(end -> rows.add(0));

        assertThat(rows).containsExactly(10, 11, 20, 21, 30, 31, 0);
    }

    @Test
    void reportsAFailureToAHandlerThatIsSetAfterwards() {
        IllegalStateException failure = new IllegalStateException("broken");
        List<Throwable> reported = new ArrayList<>();
        VertxPagedStream<Integer> stream = stream(page -> Future.failedFuture(failure));
        stream.handler(rows::add);

        stream.exceptionHandler(reported::add);
        stream.exceptionHandler(reported::add);

        assertThat(reported).containsExactly(failure);
    }

    @Test
    void anotherHandlerReceivesTheRemainingRows() {
        List<Integer> remaining = new ArrayList<>();
        VertxPagedStream<Integer> stream = threePages().pause().handler(rows::add);
        stream.fetch(1);

        stream.handler(remaining::add).resume();

        assertThat(rows).containsExactly(10);
        assertThat(remaining).containsExactly(11, 20, 21, 30, 31);
        assertThat(requested).hasSize(3);
    }

    @Test
    void deliversNothingWhilePausedAndAsManyRowsAsAreFetched() {
        VertxPagedStream<Integer> stream = threePages().pause().handler(rows::add);
        assertThat(requested).isEmpty();

        stream.fetch(0);
        assertThat(rows).isEmpty();
        stream.fetch(3);
        assertThat(rows).containsExactly(10, 11, 20);
        assertThat(requested).hasSize(2);
        stream.resume();
        assertThat(rows).containsExactly(10, 11, 20, 21, 30, 31);
    }

    @Test
    void aPauseFromWithinTheHandlerTakesEffectAtOnce() {
        VertxPagedStream<Integer> stream = threePages();
        stream.handler(row -> {
            rows.add(row);
            stream.pause();
        });

        assertThat(rows).containsExactly(10);
        assertThat(requested).hasSize(1);
    }

    @Test
    void pipesToASlowerStreamWithOneRowInMemory() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            SlowWriteStream slow = new SlowWriteStream();
            Promise<Void> piped = Promise.promise();

            vertx.getOrCreateContext()
                    .runOnContext(start -> threePages().pipeTo(slow).onComplete(piped));

            get(piped.future());
            assertThat(slow.written).containsExactly(10, 11, 20, 21, 30, 31);
            assertThat(slow.maxPending).isEqualTo(1);
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void withoutAHandlerTheStreamIsStopped() {
        VertxPagedStream<Integer> stream = threePages();
        stream.endHandler(end -> rows.add(0));
        stream.handler(row -> {
            rows.add(row);
            stream.handler(null);
        });

        assertThat(rows).containsExactly(10);
        assertThat(requested).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> stream.handler(rows::add))
                .withMessageContaining("listAll");
    }

    @Test
    void aStreamThatHasEndedCannotBeReadAgain() throws Exception {
        VertxPagedStream<Integer> stream = threePages();
        get(stream.toList());

        assertThatIllegalStateException().isThrownBy(() -> stream.forEach(rows::add));
    }

    @Test
    void rejectsANegativeAmount() {
        assertThatIllegalArgumentException().isThrownBy(() -> threePages().fetch(-1));
    }

    @Test
    void callsHandlersOnTheContextOfTheCaller() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            Promise<VertxPagedStream<Integer>> created = Promise.promise();
            Promise<Void> ended = Promise.promise();
            List<Context> contexts = new CopyOnWriteArrayList<>();
            context.runOnContext(start -> created.complete(threePages()));

            get(created.future())
                    .endHandler(end -> {
                        contexts.add(Vertx.currentContext());
                        ended.complete();
                    })
                    .handler(row -> contexts.add(Vertx.currentContext())); // from a thread outside of Vert.x

            get(ended.future());
            assertThat(contexts).hasSize(7).containsOnly(context);
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void reportsTheEndOnTheContextOfTheCallerToAHandlerThatIsSetAfterwards() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            Promise<VertxPagedStream<Integer>> ended = Promise.promise();
            Promise<Context> reported = Promise.promise();
            context.runOnContext(start -> {
                VertxPagedStream<Integer> stream = threePages().handler(rows::add);
                context.runOnContext(later -> ended.complete(stream)); // the task before delivers all rows
            });

            VertxPagedStream<Integer> stream = get(ended.future());
            assertThat(rows).hasSize(6);
            stream.endHandler(end -> reported.complete(Vertx.currentContext()));

            assertThat(get(reported.future())).isSameAs(context);
        } finally {
            get(vertx.close());
        }
    }

    private VertxPagedStream<Integer> threePages() {
        return stream(page -> Future.succeededFuture(
                Page.of(List.of(page * 10, page * 10 + 1), page == 3 ? null : "cursor-" + page)));
    }

    /** A stream whose queue is full after one row, and which is drained later. */
    private static final class SlowWriteStream implements WriteStream<Integer> {
        final List<Integer> written = new ArrayList<>();
        int maxPending;
        private int pending;
        private @Nullable Handler<Void> drainHandler;

        @Override
        public Future<Void> write(Integer row) {
            written.add(row);
            maxPending = Math.max(maxPending, ++pending);
            Vertx.currentContext().runOnContext(later -> drain());
            return Future.succeededFuture();
        }

        private void drain() {
            pending--;
            Handler<Void> drained = drainHandler;
            if (drained != null) {
                drained.handle(null);
            }
        }

        @Override
        public Future<Void> end() {
            return Future.succeededFuture();
        }

        @Override
        public boolean writeQueueFull() {
            return pending > 0;
        }

        @Override
        public WriteStream<Integer> drainHandler(@Nullable Handler<Void> handler) {
            drainHandler = handler;
            return this;
        }

        @Override
        public WriteStream<Integer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public WriteStream<Integer> setWriteQueueMaxSize(int maxSize) {
            return this;
        }
    }
}
