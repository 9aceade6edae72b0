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
    void whatIsFineComesBack() {
        assertThat(Preconditions.present("f", "v")).isEqualTo("v");
        assertThat(Preconditions.text("f", " v ")).isEqualTo(" v ");
        assertThat(Preconditions.id("f", 1)).isEqualTo(1);
        assertThat(Preconditions.notNegative("f", 0)).isZero();
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> Preconditions.present("name", null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("name is null; give it a value, or leave it out");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t"})
    void textMustSaySomething(@org.jspecify.annotations.Nullable String text) {
        assertThatThrownBy(() -> Preconditions.text("name", text))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("name is ");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void idsCountFromOne(long id) {
        assertThatThrownBy(() -> Preconditions.id("project", id))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("project is " + id + "; ids are positive");
    }

    @Test
    void aLimitIsNotNegative() {
        assertThatThrownBy(() -> Preconditions.notNegative("max_domains", -1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("max_domains is -1; it must be 0 or more");
    }
}
