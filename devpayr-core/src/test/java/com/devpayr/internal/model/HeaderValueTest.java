package com.devpayr.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {
    static Stream<Arguments> illegal() {
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("   ", "is empty"),
                Arguments.of("\r\n", "is empty"),
                Arguments.of("s3cr3t\rx", "a carriage return at position 6"),
                Arguments.of("s3cr3t\nX-Evil: 1", "a line feed at position 6"),
                Arguments.of("s3cr3t\tx", "a tab at position 6"),
                Arguments.of("s3cr3t\0x", "a control character at position 6"),
                Arguments.of("s3cr3t\u007fx", "a control character at position 6"),
                Arguments.of("s3cr3té", "a character that is not ASCII at position 6"),
                Arguments.of("s3cr3t😀", "a character that is not ASCII at position 6"),
                Arguments.of(" s3cr3t", "starts or ends with a space"),
                Arguments.of("s3cr3t ", "starts or ends with a space"));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void rejectsIllegalValuesWithoutShowingThem(String value, String problem) {
        assertThatThrownBy(() -> HeaderValue.require("apiKey", value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("apiKey ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "JOHN-PC", "two words", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    void acceptsPrintableAscii(String value) {
        assertThat(HeaderValue.require("apiKey", value)).isSameAs(value);
    }
}
