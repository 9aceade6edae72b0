package com.devpayr.internal.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a known field is rejected with the name of its method. */
class KnownFieldsTest {
    private final KnownFields known =
            KnownFields.of("title", "max_subdomains_per_domain").with("builder", "name", "type");

    @ParameterizedTest
    @CsvSource({"title, title", "max_subdomains_per_domain, maxSubdomainsPerDomain", "name, builder", "type, builder"})
    void namesTheMethodOfAKnownField(String field, String method) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> known.requireUnknown(field))
                .withMessage(field + " is not an extra field; use " + method + "(…)");
    }

    @Test
    void acceptsAnUnknownField() {
        assertThatCode(() -> known.requireUnknown("added_later")).doesNotThrowAnyException();
    }
}
