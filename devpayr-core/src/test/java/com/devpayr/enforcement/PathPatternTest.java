package com.devpayr.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/**, '', true",
        "/**, /, true",
        "/**, /a/b, true",
        "/**, a, false",
        "/a/**, /a, true",
        "/a/**, /a/, true",
        "/a/**, /ab, false",
        "/a/**/b, /a/b, true",
        "/a/**/b, /a/x/y/b, true",
        "/a/**/b, /a/xb, false",
        "/a/*/b, /a/x/b, true",
        "/a/*/b, /a/x/y/b, false",
        "/a/*/b, /a//b, true",
        "/*.css, /site.css, true",
        "/*.css, /x/site.css, false",
        "/**/*.css, /x/y/site.css, true",
        "/**/*.css, /x/y/site.css/z, false",
        "/favicon.*, /favicon.ico, true",
        "/a.b, /axb, false",
        "/a, /A, false"
    })
    void matchesWithinAndAcrossSegments(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void stopsAtTheFirstCharacterThatCannotMatch() {
        PathPattern.Match match = PathPattern.of("/a").match("/b" + "/a".repeat(100));

        assertThat(match.matched()).isFalse();
        assertThat(match.steps()).isEqualTo(2 * 2L);
    }

    @Test
    void takesOneStepPerCharacterAndElementHoweverManyWildcardsThereAre() {
        PathPattern pattern = PathPattern.of("/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/a/**/b");
        String path = "/a".repeat(20_000);

        PathPattern.Match match = pattern.match(path);

        assertThat(match.matched()).isFalse();
        assertThat(match.steps()).isEqualTo(path.length() * 36L);
        assertThat(pattern.matches(path + "/b")).isTrue();
    }
}
