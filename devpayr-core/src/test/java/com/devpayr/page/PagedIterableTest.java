package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ProtocolException;
import com.devpayr.internal.wire.QueryParameters;
import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PagedTest {
    private static final Map<String, Page<String>> THREE_PAGES = Map.of(
            "", Page.of(List.of("a", "b"), "2"),
            "2", Page.of(List.of(), "3"),
            "3", Page.of(List.of("c")));

    private final List<Map<String, String>> requests = new ArrayList<>();

    private PagedIterable<String> over(Map<String, Page<String>> pages) {
        return new PagedIterable<>(Operation.LICENSE_LIST, request -> {
            requests.add(QueryParameters.of(request));
            assertThat(requests).as("an endless walk").hasSizeLessThan(20);
            return pages.get(QueryParameters.of(request).getOrDefault("cursor", ""));
        });
    }

    @Test
    void returnsEachRowOnceAndInOrder() {
        assertThat(over(THREE_PAGES)).containsExactly("a", "b", "c");
    }

    @Test
    void requestsEachPageOnceWithTheMaximumSize() {
        over(THREE_PAGES).forEach(row -> {});

        assertThat(requests)
                .containsExactly(
                        Map.of("per_page", "50"),
                        Map.of("per_page", "50", "cursor", "2"),
                        Map.of("per_page", "50", "cursor", "3"));
    }

    @Test
    void requestsNothingBeforeItIsRead() {
        PagedIterable<String> paged = over(THREE_PAGES);
        Iterator<String> rows = paged.iterator();
        assertThat(requests).isEmpty();

        rows.next();
        rows.next();
        assertThat(requests).hasSize(1);
    }

    @Test
    void requestsNoMorePagesThanAStreamReads() {
        assertThat(over(THREE_PAGES).stream().limit(2)).containsExactly("a", "b");
        assertThat(requests).hasSize(1);
    }

    @Test
    void startsEachIterationWithTheFirstPage() {
        PagedIterable<String> paged = over(THREE_PAGES);

        assertThat(paged).hasSize(3);
        assertThat(paged.stream()).hasSize(3);
        assertThat(requests).hasSize(6);
    }

    @Test
    void returnsPages() {
        assertThat(over(THREE_PAGES).pages()).extracting(Page::nextCursor).containsExactly("2", "3", null);
    }

    @Test
    void throwsPastTheEnd() {
        Iterator<String> rows = over(Map.of("", Page.of(List.of()))).iterator();
        assertThat(rows.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);

        Iterator<Page<String>> pages = over(THREE_PAGES).pages().iterator();
        pages.next();
        pages.next();
        pages.next();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
    }

    @Test
    void throwsIfCursorsFormALoop() {
        PagedIterable<String> loop = over(Map.of("", Page.of(List.of("a"), "1"), "1", Page.of(List.of("b"), "1")));

        assertThatThrownBy(() -> loop.forEach(row -> {}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("license.list")
                .hasMessageContaining("leads back to a page that was already read");
        assertThat(requests).hasSize(2);
    }

    @Test
    @Timeout(30)
    void throwsIfPagesAreEmptyAndNeverEnd() {
        AtomicInteger cursors = new AtomicInteger();
        PagedIterable<String> endless = new PagedIterable<>(
                Operation.LICENSE_LIST, request -> Page.of(List.of(), "cursor " + cursors.incrementAndGet()));

        assertThatThrownBy(() -> endless.iterator().hasNext())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("consecutive pages are empty");
        assertThat(cursors).hasValue(100);
    }

    @Test
    void propagatesExceptionsAndCanContinue() {
        IllegalStateException trouble = new IllegalStateException("trouble");
        List<RuntimeException> failures = new ArrayList<>(List.of(trouble));
        Iterator<String> rows = new PagedIterable<>(Operation.LICENSE_LIST, request -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    return Page.of(List.of("a"));
                })
                .iterator();

        assertThatThrownBy(rows::next).isSameAs(trouble);
        assertThat(rows.next()).isEqualTo("a");
    }

    @Test
    void copiesTheItemsOfAPage() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = Page.of(items, "next");
        items.add("b");

        assertThat(page.items()).containsExactly("a").isUnmodifiable();
        assertThat(page.hasNext()).isTrue();
        assertThat(Page.of(items).hasNext()).isFalse();
    }
}
