package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ProtocolException;
import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PagedTest {
    private static final Map<String, Page<String>> THREE_PAGES = Map.of(
            "", new Page<>(List.of("a", "b"), "2"),
            "2", new Page<>(List.of(), "3"),
            "3", new Page<>(List.of("c"), null));

    private final List<Map<String, String>> requests = new ArrayList<>();

    private PagedIterable<String> over(Map<String, Page<String>> pages) {
        return new PagedIterable<>(Operation.LICENSE_LIST, request -> {
            requests.add(request.parameters());
            assertThat(requests).as("an endless walk").hasSizeLessThan(20);
            return pages.get(request.parameters().getOrDefault("cursor", ""));
        });
    }

    @Test
    void everyRowComesOnceAndInOrder() {
        assertThat(over(THREE_PAGES)).containsExactly("a", "b", "c");
    }

    @Test
    void eachPageIsAskedForOnceAndAsLargeAsCanBe() {
        over(THREE_PAGES).forEach(row -> {});

        assertThat(requests)
                .containsExactly(
                        Map.of("per_page", "50"),
                        Map.of("per_page", "50", "cursor", "2"),
                        Map.of("per_page", "50", "cursor", "3"));
    }

    @Test
    void nothingIsAskedForBeforeItIsRead() {
        PagedIterable<String> paged = over(THREE_PAGES);
        Iterator<String> rows = paged.iterator();
        assertThat(requests).isEmpty();

        rows.next();
        rows.next();
        assertThat(requests).hasSize(1);
    }

    @Test
    void aStreamReadsNoFurtherThanItMust() {
        assertThat(over(THREE_PAGES).stream().limit(2)).containsExactly("a", "b");
        assertThat(requests).hasSize(1);
    }

    @Test
    void eachIterationStartsAnew() {
        PagedIterable<String> paged = over(THREE_PAGES);

        assertThat(paged).hasSize(3);
        assertThat(paged.stream()).hasSize(3);
        assertThat(requests).hasSize(6);
    }

    @Test
    void pagesCanBeReadInsteadOfRows() {
        assertThat(over(THREE_PAGES).pages()).extracting(Page::nextCursor).containsExactly("2", "3", null);
    }

    @Test
    void readingOnPastTheEndIsAnError() {
        Iterator<String> rows = over(Map.of("", new Page<>(List.of(), null))).iterator();
        assertThat(rows.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);

        Iterator<Page<String>> pages = over(THREE_PAGES).pages().iterator();
        pages.next();
        pages.next();
        pages.next();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
    }

    @Test
    void aCursorThatLeadsBackIsAnErrorInsteadOfAnEndlessLoop() {
        PagedIterable<String> loop =
                over(Map.of("", new Page<>(List.of("a"), "1"), "1", new Page<>(List.of("b"), "1")));

        assertThatThrownBy(() -> loop.forEach(row -> {}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("license.list")
                .hasMessageContaining("leads back to a page already read");
        assertThat(requests).hasSize(2);
    }

    @Test
    void whatTheRequestThrowsComesThroughAndTheWalkCanGoOn() {
        IllegalStateException trouble = new IllegalStateException("trouble");
        List<RuntimeException> failures = new ArrayList<>(List.of(trouble));
        Iterator<String> rows = new PagedIterable<>(Operation.LICENSE_LIST, request -> {
                    if (!failures.isEmpty()) {
                        throw failures.remove(0);
                    }
                    return new Page<>(List.of("a"), null);
                })
                .iterator();

        assertThatThrownBy(rows::next).isSameAs(trouble);
        assertThat(rows.next()).isEqualTo("a");
    }

    @Test
    void aPageCopiesItsItemsAndKnowsWhetherAnotherFollows() {
        List<String> items = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(items, "next");
        items.add("b");

        assertThat(page.items()).containsExactly("a").isUnmodifiable();
        assertThat(page.hasNext()).isTrue();
        assertThat(new Page<>(items, null).hasNext()).isFalse();
    }
}
