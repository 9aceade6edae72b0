package com.devpayr.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String VALUE = "gk_12_s3cr3t-v4lue";

    static Stream<Function<String, Object>> types() {
        return Stream.of(ApiKey::of, LicenseKey::of, Secret::of);
    }

    @ParameterizedTest
    @MethodSource("types")
    void masksTheValue(Function<String, Object> type) {
        Object secret = type.apply(VALUE);

        assertThat(secret).hasToString(secret.getClass().getSimpleName() + "[****]");
        assertThat(List.of(Optional.of(secret), Map.of("key", secret)).toString())
                .doesNotContain(VALUE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void equalsTheSameValue(Function<String, Object> type) {
        Object secret = type.apply(VALUE);

        assertThat(secret).isEqualTo(type.apply(VALUE)).hasSameHashCodeAs(type.apply(VALUE));
        assertThat(secret)
                .isNotEqualTo(type.apply(VALUE + "x"))
                .isNotEqualTo(VALUE)
                .isNotEqualTo(null);
    }

    @Test
    void differsFromTheSameValueOfAnotherType() {
        assertThat((Object) ApiKey.of(VALUE)).isNotEqualTo(LicenseKey.of(VALUE)).isNotEqualTo(Secret.of(VALUE));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isNotSerializable(Function<String, Object> type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            assertThatExceptionOfType(NotSerializableException.class)
                    .isThrownBy(() -> out.writeObject(type.apply(VALUE)));
        }
        assertThat(bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(VALUE);
    }

    @Test
    void revealsTheValueUnchanged() {
        assertThat(ApiKey.of(VALUE).reveal()).isEqualTo(VALUE);
        assertThat(LicenseKey.of(VALUE).reveal()).isEqualTo(VALUE);
        assertThat(Secret.of("  pässwörd\n").reveal()).isEqualTo("  pässwörd\n");
    }

    @Test
    void rejectsAKeyThatIsNotAllowedInAHeader() {
        assertThatThrownBy(() -> ApiKey.of(VALUE + "\n"))
                .isInstanceOfSatisfying(ConfigurationException.class, refusal -> assertThat(refusal.setting())
                        .isEqualTo("apiKey"))
                .hasMessageNotContaining(VALUE);
        assertThatThrownBy(() -> LicenseKey.of(VALUE + "\n"))
                .isInstanceOfSatisfying(ConfigurationException.class, refusal -> assertThat(refusal.setting())
                        .isEqualTo("licenseKey"))
                .hasMessageNotContaining(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t7", "😀😀😀😀😀😀😀"})
    void rejectsASecretOfFewerThanEightCharacters(String tooShort) {
        assertThatThrownBy(() -> Secret.of(tooShort))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("secret is shorter than 8 characters; use a longer one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t78", "😀😀😀😀😀😀😀😀"})
    void acceptsASecretOfEightCharacters(String longEnough) {
        assertThat(Secret.of(longEnough).reveal()).isEqualTo(longEnough);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hashesDifferentValuesDifferently(Function<String, Object> type) {
        assertThat(type.apply(VALUE)).doesNotHaveSameHashCodeAs(type.apply(VALUE + "x"));
    }
}
