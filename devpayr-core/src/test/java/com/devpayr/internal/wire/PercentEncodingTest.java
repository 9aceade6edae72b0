package com.devpayr.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource({
        "eyJpZCI6Mn0=, eyJpZCI6Mn0%3D",
        "a+b/c=, a%2Bb%2Fc%3D",
        "0/:@[`{z, 0%2F%3A%40%5B%60%7Bz",
        "a b, a%20b",
        "a*b~c, a%2Ab%7Ec",
        "a&b=c#d, a%26b%3Dc%23d",
        "100%, 100%25",
        "aZ09-._, aZ09-._",
        "ü😀, %C3%BC%F0%9F%98%80"
    })
    void onlyLettersDigitsAndAFewMarksStayAsTheyAre(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }
}
