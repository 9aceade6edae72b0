package com.devpayr.vertx;

import static com.devpayr.vertx.EventLoopTest.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VertxPagedListTest {
    private final List<PageRequest> requested = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();

    private VertxPagedList<Integer> list(Function<Integer, Future<Page<Integer>>> pages) {
        return new VertxPagedList<>(Operation.LICENSE_LIST, request -> {
            requested.add(request);
            return pages.apply(requested.size());
        });
    }

    private static Throwable failureOf(Future<Void> done) throws Exception {
        return get(done.<Throwable>mapEmpty().otherwise(failure -> failure));
    }

    @Test
    void passesAllRowsInOrderWithOneRequestForEachPage() throws Exception {
        VertxPagedList<Integer> list = list(page -> Future.succeededFuture(
                Page.of(List.of(page * 10, page * 10 + 1), page == 3 ? null : "cursor-" + page)));

        get(list.forEach(rows::add));

        assertThat(rows).containsExactly(10, 11, 20, 21, 30, 31);
        assertThat(requested)
                .containsExactly(
                        PageRequest.ofSize(PageRequest.MAX_SIZE),
                        PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor("cursor-1"),
                        PageRequest.ofSize(PageRequest.MAX_SIZE).withCursor("cursor-2"));
    }

    @Test
    void startsEachIterationWithTheFirstPage() throws Exception {
        VertxPagedList<Integer> list = list(page -> Future.succeededFuture(Page.of(List.of(page))));

        get(list.forEach(rows::add));
        get(list.forEach(rows::add));

        assertThat(rows).containsExactly(1, 2);
    }

    @Test
    void manyImmediatePagesDoNotOverflowTheStack() throws Exception {
        VertxPagedList<Integer> list =
                list(page -> Future.succeededFuture(Page.of(List.of(page), page == 100_000 ? null : "cursor-" + page)));

        get(list.forEach(rows::add));

        assertThat(rows).hasSize(100_000);
    }

    @Test
    void manyDelayedPagesDoNotOverflowTheStack() throws Exception {
        List<Promise<Page<Integer>>> pending = new ArrayList<>();
        VertxPagedList<Integer> list = list(page -> {
            pending.add(Promise.promise());
            return pending.get(pending.size() - 1).future();
        });

        Future<Void> done = list.forEach(rows::add);
        IntStream.rangeClosed(1, 20_000).forEach(page -> pending.get(page - 1)
                .complete(Page.of(List.of(page), page == 20_000 ? null : "cursor-" + page)));

        get(done);
        assertThat(rows).hasSize(20_000);
    }

    @Test
    void repeatedCursorEndsTheIteration() throws Exception {
        VertxPagedList<Integer> list = list(page -> Future.succeededFuture(Page.of(List.of(page), "the same")));

        assertThat(failureOf(list.forEach(rows::add))).isInstanceOf(ProtocolException.class);
        assertThat(requested).hasSize(2);
    }

    @Test
    void aFailedRequestEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        VertxPagedList<Integer> list = list(page -> page == 2
                ? Future.failedFuture(failure)
                : Future.succeededFuture(Page.of(List.of(page), "cursor-" + page)));

        assertThat(failureOf(list.forEach(rows::add))).isSameAs(failure);
        assertThat(rows).containsExactly(1);
    }

    @Test
    void laterFailureEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("broken");
        Promise<Page<Integer>> pending = Promise.promise();
        VertxPagedList<Integer> list = list(page -> pending.future());

        Future<Void> done = list.forEach(rows::add);
        pending.fail(failure);

        assertThat(failureOf(done)).isSameAs(failure);
    }

    @Test
    void anActionThatThrowsEndsTheIteration() throws Exception {
        IllegalStateException failure = new IllegalStateException("rejected");
        Consumer<Integer> action = row -> {
            throw failure;
        };
        VertxPagedList<Integer> list = list(page -> Future.succeededFuture(Page.of(List.of(page), "cursor-" + page)));

        assertThat(failureOf(list.forEach(action))).isSameAs(failure);
        assertThat(requested).hasSize(1);
    }
}
