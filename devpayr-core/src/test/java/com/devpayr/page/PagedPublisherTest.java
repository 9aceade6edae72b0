package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.Sneaky;
import com.devpayr.error.ProtocolException;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PagedPublisherTest {
    private final Deque<CompletableFuture<Page<String>>> pages = new ArrayDeque<>();
    private final List<String> cursors = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final PagedPublisher<String> paged = new PagedPublisher<>(Operation.LICENSE_LIST, request -> {
        cursors.add(QueryParameters.of(request).getOrDefault("cursor", "first"));
        return pages.remove();
    });

    private CompletableFuture<Page<String>> promise() {
        CompletableFuture<Page<String>> page = new CompletableFuture<>();
        pages.add(page);
        return page;
    }

    @Test
    void deliversRowsInOrderAndThenRequestsTheNextPage() {
        CompletableFuture<Page<String>> first = promise();
        CompletableFuture<Page<String>> second = promise();

        CompletableFuture<Void> done = paged.forEach(rows::add);
        assertThat(cursors).containsExactly("first");
        first.complete(Page.of(List.of("a", "b"), "2"));
        assertThat(cursors).containsExactly("first", "2");
        assertThat(rows).containsExactly("a", "b");
        assertThat(done).isNotDone();
        second.complete(Page.of(List.of("c")));

        assertThat(rows).containsExactly("a", "b", "c");
        assertThat(done).isCompleted();
    }

    @Test
    @Timeout(30)
    void failsIfPagesAreEmptyAndNeverEnd() {
        PagedPublisher<String> endless = new PagedPublisher<>(Operation.LICENSE_LIST, request -> {
            cursors.add("");
            return CompletableFuture.completedFuture(Page.of(List.of(), "cursor " + cursors.size()));
        });

        assertThat(endless.forEach(rows::add))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("consecutive pages are empty");
        assertThat(cursors).hasSize(100);
    }

    @Test
    void doesNotDeepenTheStackForPagesThatCompleteImmediately() {
        int pages = 20_000;
        PagedPublisher<String> many = new PagedPublisher<>(Operation.LICENSE_LIST, request -> {
            cursors.add("");
            return CompletableFuture.completedFuture(
                    Page.of(List.of("row"), cursors.size() < pages ? "" + cursors.size() : null));
        });

        assertThat(many.forEach(rows::add)).isCompleted();
        assertThat(rows).hasSize(pages);
    }

    @Test
    void failsWithTheExceptionOfARequest() {
        IllegalStateException trouble = new IllegalStateException("trouble");
        promise().completeExceptionally(new CompletionException(trouble));

        assertThat(paged.forEach(rows::add))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(trouble);
    }

    @Test
    void failsWithTheExceptionOfTheAction() {
        CompletableFuture<Page<String>> first = promise();
        CompletableFuture<Void> done = paged.forEach(row -> {
            throw new AssertionError(row);
        });

        first.complete(Page.of(List.of("a"), "2"));

        assertThat(done)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(AssertionError.class);
        assertThat(cursors).containsExactly("first");
    }

    @Test
    void failsIfARequestThrows() {
        CompletableFuture<Page<String>> first = promise();
        CompletableFuture<Void> done = paged.forEach(rows::add);

        first.complete(Page.of(List.of("a"), "2"));

        assertThat(done).as("the test prepared no second page").isCompletedExceptionally();
    }

    @Test
    void failsIfCursorsFormALoop() {
        promise().complete(Page.of(List.of("a"), "1"));
        promise().complete(Page.of(List.of("b"), "1"));

        assertThat(paged.forEach(rows::add))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(ProtocolException.class);
        assertThat(cursors).containsExactly("first", "1");
    }

    @Test
    void stopsWhenCancelled() {
        CompletableFuture<Page<String>> first = promise();
        CompletableFuture<Void> done = paged.forEach(rows::add);

        done.cancel(false);
        first.complete(Page.of(List.of("a"), "2"));

        assertThat(rows).isEmpty();
        assertThat(cursors).containsExactly("first");
    }

    @Test
    void cancellationCancelsTheRequestInProgress() {
        CompletableFuture<Page<String>> first = promise();

        paged.forEach(rows::add).cancel(false);

        assertThat(first).isCancelled();
    }

    @Test
    void aTimeoutOfTheFutureStopsTheRequestsToo() {
        CompletableFuture<Page<String>> first = promise();

        paged.forEach(rows::add).completeExceptionally(new TimeoutException());

        assertThat(first).isCancelled();
    }

    @Test
    void collectsAllRows() {
        promise().complete(Page.of(List.of("a", "b"), "2"));
        promise().complete(Page.of(List.of("c")));

        assertThat(paged.toList().join()).containsExactly("a", "b", "c").isUnmodifiable();
    }

    @Test
    void collectsAnEmptyList() {
        promise().complete(Page.of(List.of()));

        assertThat(paged.toList().join()).isEmpty();
    }

    @Test
    void findsTheFirstMatchAndRequestsNoFurtherPage() {
        promise().complete(Page.of(List.of("a"), "2"));
        promise().complete(Page.of(List.of("b1", "b2"), "3"));

        assertThat(paged.findFirst(row -> {
                            rows.add(row);
                            return row.startsWith("b");
                        })
                        .join())
                .contains("b1");
        assertThat(rows).containsExactly("a", "b1");
        assertThat(cursors).containsExactly("first", "2");
    }

    @Test
    void findsNothingInAListWithoutAMatch() {
        promise().complete(Page.of(List.of("a")));

        assertThat(paged.findFirst(row -> row.startsWith("b")).join()).isEmpty();
    }

    @Test
    void failsWithACheckedExceptionOfTheFilter() {
        IOException checked = new IOException("a filter in Kotlin");
        promise().complete(Page.of(List.of("a"), "2"));

        assertThat(paged.findFirst(row -> {
                    throw Sneaky.rethrow(checked);
                }))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(checked);
    }

    @Test
    void failsWithTheExceptionOfTheFilter() {
        IllegalStateException trouble = new IllegalStateException("trouble");
        promise().complete(Page.of(List.of("a"), "2"));

        assertThat(paged.findFirst(row -> {
                    throw trouble;
                }))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(trouble);
        assertThat(cursors).containsExactly("first");
    }
}
