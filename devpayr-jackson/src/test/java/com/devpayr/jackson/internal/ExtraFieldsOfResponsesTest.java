package com.devpayr.jackson.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.license.License;
import com.devpayr.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields of a response that the library does not know. */
class ExtraFieldsOfResponsesTest {
    private static Map<String, @Nullable Object> extraOf(String value) {
        return Responses.readData(
                        Operation.LICENSE_GET, License.class, "{\"id\":8,\"seats\":" + value + ",\"uuid\":\"u\"}")
                .extra();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("\"five\"", "five"),
                Arguments.of("5", 5),
                Arguments.of("2.5", 2.5),
                Arguments.of("1e999", "1e999"),
                Arguments.of("true", true),
                Arguments.of("false", false),
                Arguments.of("[1,\"a\",null,[true]]", Arrays.asList(1, "a", null, List.of(true))),
                Arguments.of(
                        "{\"max\":5,\"by\":{\"id\":\"x\"},\"of\":[]}",
                        Map.of("max", 5, "by", Map.of("id", "x"), "of", List.of())));
    }

    @ParameterizedTest
    @MethodSource("values")
    void haveTheTypesOfTheirJson(String json, Object value) {
        assertThat(extraOf(json)).isEqualTo(Map.of("seats", value));
    }

    @Test
    void canBeNull() {
        assertThat(extraOf("null")).containsEntry("seats", null);
    }

    @Test
    @SuppressWarnings("unchecked")
    void cannotBeModified() {
        Map<String, Object> object =
                (Map<String, Object>) requireNonNull(extraOf("{\"max\":5}").get("seats"));
        List<Object> array = (List<Object>) requireNonNull(extraOf("[5]").get("seats"));

        assertThatThrownBy(() -> object.put("max", 6)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> array.add(6)).isInstanceOf(UnsupportedOperationException.class);
    }
}
