package com.devpayr.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.devpayr.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
    @Test
    void theFirstPageAsksForNothingInParticular() {
        assertThat(PageRequest.first().parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 50})
    void aPageHoldsOneToFiftyRows(int size) {
        assertThat(PageRequest.ofSize(size).parameters()).containsExactly(entry("per_page", "" + size));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 51, Integer.MAX_VALUE})
    void anyOtherSizeIsRefused(int size) {
        assertThatThrownBy(() -> PageRequest.ofSize(size))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("per_page"))
                .hasMessage("per_page is " + size + "; a page holds 1 to 50 rows");
    }

    @Test
    void aLaterPageKeepsTheSizeAndTakesTheCursorAsItIs() {
        assertThat(PageRequest.ofSize(10).after("eyJpZCI6MX0=").parameters())
                .containsExactly(entry("per_page", "10"), entry("cursor", "eyJpZCI6MX0="));
        assertThat(PageRequest.first().after("a").after("b").parameters()).containsExactly(entry("cursor", "b"));
    }

    @Test
    void itsTextIsWhatItAsksFor() {
        assertThat(PageRequest.ofSize(10)).hasToString("PageRequest{per_page=10}");
    }

    @Test
    void withoutACursorItIsTheFirstPageAgain() {
        assertThat(PageRequest.ofSize(10).after("a").after(null).parameters()).containsExactly(entry("per_page", "10"));
    }
}
