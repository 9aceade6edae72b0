package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests how pages are compared and shown. */
class PageTest {
    private static final Page<String> PAGE = Page.of(List.of("a", "b"), "2");

    @Test
    void comparesRowsAndCursor() {
        assertThat(PAGE)
                .isEqualTo(Page.of(List.of("a", "b"), "2"))
                .hasSameHashCodeAs(Page.of(List.of("a", "b"), "2"))
                .doesNotHaveSameHashCodeAs(Page.of(List.of("a"), "2"))
                .isNotEqualTo(Page.of(List.of("a"), "2"))
                .isNotEqualTo(Page.of(List.of("a", "b"), "3"))
                .isNotEqualTo(Page.of(List.of("a", "b")))
                .isNotEqualTo(List.of("a", "b"));
    }

    @Test
    void showsRowsAndCursor() {
        assertThat(PAGE).hasToString("Page[items=[a, b], nextCursor=2]");
    }
}
