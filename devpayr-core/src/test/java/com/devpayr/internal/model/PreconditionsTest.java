package com.devpayr.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    @Test
    void returnsValidValues() {
        assertThat(Preconditions.present("f", "v")).isEqualTo("v");
        assertThat(Preconditions.text("f", " v ")).isEqualTo(" v ");
        assertThat(Preconditions.id("f", 1)).isEqualTo(1);
        assertThat(Preconditions.notNegative("f", 0)).isZero();
    }

    @Test
    void rejectsNull() {
        assertThatThrownBy(() -> Preconditions.present("name", null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("name must not be null");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t"})
    void rejectsBlankText(@org.jspecify.annotations.Nullable String text) {
        assertThatThrownBy(() -> Preconditions.text("name", text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("name must not be " + (text == null ? "null" : "blank"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void rejectsIdsBelowOne(long id) {
        assertThatThrownBy(() -> Preconditions.id("project", id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("project is " + id + " but must be positive");
    }

    @Test
    void rejectsNegativeLimits() {
        assertThatThrownBy(() -> Preconditions.notNegative("max_domains", -1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("max_domains is -1 but must not be negative");
    }
}
