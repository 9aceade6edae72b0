package com.devpayr.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the forms of a path that servers may route by. */
class PathFormsTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/b.c, /a/b.c",
        "a, a /a",
        "/a/, /a/ /a",
        "//, // /",
        "/a//b, /a//b /a/b",
        "/a/./b, /a/./b /a/b",
        "/a/../b, /a/../b /b",
        "/a//../b, /a//../b /a/b /b",
        "/a;v=1/b, /a;v=1/b /a/b",
        "/a%3Bv=1/b, /a%3Bv=1/b /a;v=1/b /a/b",
        "/a\\b, /a\\b /a/b",
        "/a%5Cb, /a%5Cb /a\\b /a/b",
        "%2Fa, %2Fa /a",
        "/a%2Fb, /a%2Fb /a/b",
        "/a%2f, /a%2f /a/ /a",
        "/a/%2e%2E/b, /a/%2e%2E/b /a/../b /b"
    })
    void returnsAllForms(String path, String forms) {
        assertThat(PathForms.of(path)).containsExactlyInAnyOrder(forms.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "%00, 0x00",
        "%09, 0x09",
        "%0a, 0x0a",
        "%0F, 0x0f",
        "%20, 0x20",
        "%7e, 0x7e",
        "%C2%A0, 0xa0",
        "%c3%bf, 0xff",
        "%F0%9f%98%80, 0x1f600"
    })
    void decodesHexadecimalDigitsOfEitherCase(String encoded, String codePoint) {
        assertThat(PathForms.of("/a" + encoded + "b"))
                .containsExactlyInAnyOrder(
                        "/a" + encoded + "b", "/a" + Character.toString(Integer.decode(codePoint)) + "b");
    }

    /** Includes the characters before and after the ranges of hexadecimal digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/a%", "/a%2", "/%zz", "/%/0", "/%0/", "/%:0", "/%0:", "/%@0", "/%0@", "/%G0", "/%0g", "/%`0"})
    void hasNoFormsIfTheEncodingIsInvalid(String path) {
        assertThat(PathForms.of(path)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/a/, /a", "//a//, /a", "/a/../b/, /b", "/caf%C3%A9;v=1/, /café", "/%zz/, /%zz"})
    void returnsTheNormalizedFormOfAPattern(String pattern, String canonical) {
        assertThat(PathForms.canonical(pattern)).isEqualTo(canonical);
    }
}
