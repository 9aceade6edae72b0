package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.internal.wire.QueryParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @Test
    void hasNoParametersByDefault() {
        assertThat(QueryParameters.of(PageRequest.first())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50})
    void acceptsSizesFrom1To50(int size) {
        assertThat(QueryParameters.of(PageRequest.ofSize(size))).containsExactly(entry("per_page", "" + size));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 51, Integer.MAX_VALUE})
    void rejectsOtherSizes(int size) {
        assertThatThrownBy(() -> PageRequest.ofSize(size))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("per_page"))
                .hasMessage("per_page is " + size + " but must be between 1 and 50");
    }

    @Test
    void keepsTheSizeAndTheCursorUnchanged() {
        assertThat(QueryParameters.of(PageRequest.ofSize(10).withCursor("eyJpZCI6MX0=")))
                .containsExactly(entry("per_page", "10"), entry("cursor", "eyJpZCI6MX0="));
        assertThat(QueryParameters.of(PageRequest.first().withCursor("a").withCursor("b")))
                .containsExactly(entry("cursor", "b"));
    }

    @Test
    void showsSizeAndCursor() {
        assertThat(PageRequest.ofSize(10)).hasToString("PageRequest[size=10, cursor=null]");
    }

    @Test
    void comparesSizeAndCursor() {
        PageRequest request = PageRequest.ofSize(10).withCursor("a");

        assertThat(request)
                .isEqualTo(PageRequest.ofSize(10).withCursor("a"))
                .hasSameHashCodeAs(PageRequest.ofSize(10).withCursor("a"))
                .doesNotHaveSameHashCodeAs(PageRequest.ofSize(11).withCursor("a"))
                .isNotEqualTo(PageRequest.ofSize(11).withCursor("a"))
                .isNotEqualTo(PageRequest.ofSize(10).withCursor("b"))
                .isNotEqualTo("a");
    }

    @Test
    void requestsTheFirstPageWithoutACursor() {
        assertThat(QueryParameters.of(PageRequest.ofSize(10).withCursor("a").withCursor(null)))
                .containsExactly(entry("per_page", "10"));
    }
}
