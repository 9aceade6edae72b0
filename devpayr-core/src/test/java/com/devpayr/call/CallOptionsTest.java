package com.devpayr.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.LicenseKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest {
    private static final CallOptions ALL = CallOptions.builder()
            .timeout(Duration.ofSeconds(2))
            .header("X-Trace", "s3cr3t-trace")
            .domain("https://Shop.example.com/path")
            .apiKey("s3cr3t-api")
            .licenseKey("s3cr3t-license")
            .build();

    @Test
    void hasTheOptionsThatWereSet() {
        assertThat(ALL.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(ALL.headers()).isEqualTo(Map.of("X-Trace", "s3cr3t-trace")).isUnmodifiable();
        assertThat(ALL.headers()).containsKey("x-trace");
        assertThat(ALL.domain()).isEqualTo("shop.example.com");
        assertThat(ALL.apiKey()).isEqualTo(ApiKey.of("s3cr3t-api"));
        assertThat(ALL.licenseKey()).isEqualTo(LicenseKey.of("s3cr3t-license"));
        assertThat(ALL.isEmpty()).isFalse();
    }

    @Test
    void hasNoOptionsByDefault() {
        CallOptions empty = CallOptions.builder().build();

        assertThat(List.of(empty, CallOptions.none())).allSatisfy(options -> {
            assertThat(options.isEmpty()).isTrue();
            assertThat(options.timeout()).isNull();
            assertThat(options.headers()).isEmpty();
            assertThat(options.domain()).isNull();
            assertThat(options.apiKey()).isNull();
            assertThat(options.licenseKey()).isNull();
        });
    }

    @Test
    void eachOptionAloneIsNotEmpty() {
        assertThat(List.of(
                        CallOptions.builder().timeout(Duration.ofSeconds(1)).build(),
                        CallOptions.builder().header("a", "b").build(),
                        CallOptions.builder().domain("a").build(),
                        CallOptions.builder().apiKey("a").build(),
                        CallOptions.builder().licenseKey("a").build()))
                .noneMatch(CallOptions::isEmpty);
    }

    @Test
    void builderDoesNotChangeOptionsThatItHasBuilt() {
        CallOptions.Builder builder = CallOptions.builder().header("a", "1");
        CallOptions built = builder.build();

        builder.header("a", "2").header("b", "3");

        assertThat(built.headers()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void laterOptionsWin() {
        CallOptions later = CallOptions.builder()
                .timeout(Duration.ofSeconds(9))
                .header("x-trace", "another")
                .header("X-More", "more")
                .build();
        CallOptions merged = ALL.mergedWith(later);

        assertThat(merged.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(merged.headers())
                .hasSize(2)
                .containsEntry("X-Trace", "another")
                .containsEntry("X-More", "more");
        assertThat(merged.domain()).isEqualTo("shop.example.com");
        assertThat(merged.apiKey()).isEqualTo(ALL.apiKey());
        assertThat(merged.licenseKey()).isEqualTo(ALL.licenseKey());
        assertThat(later.mergedWith(ALL).timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(ALL.mergedWith(CallOptions.none())).isSameAs(ALL);
        assertThat(CallOptions.none().mergedWith(ALL)).isSameAs(ALL);
    }

    @Test
    void textContainsNoSecretAndNoHeaderValue() {
        assertThat(ALL.toString())
                .doesNotContain("s3cr3t")
                .contains("timeout=PT2S", "X-Trace=****", "domain=shop.example.com", "apiKey=ApiKey[****]");
    }

    @Test
    void masksItsSecrets() {
        assertThat(ALL.redact("s3cr3t-api, s3cr3t-license, s3cr3t-trace, other"))
                .isEqualTo("****, ****, ****, other");
        assertThat(CallOptions.builder().header("X-Attempt", "1").build().redact("1 of 12"))
                .isEqualTo("1 of 12");
    }

    @Test
    void masksCredentialsOfAnyLength() {
        CallOptions options =
                CallOptions.builder().apiKey("k3y").licenseKey("k3y-2").build();

        assertThat(options.redact("k3y-2, k3y, other")).isEqualTo("****, ****, other");
    }

    @ParameterizedTest
    @CsvSource({
        "X-API-KEY, apiKey(…)",
        "x-api-key, apiKey(…)",
        "X-License-Key, licenseKey(…)",
        "x-devpayr-domain, domain(…)",
        "Content-Type, cannot be changed",
        "content-length, cannot be changed",
        "Content-Encoding, cannot be changed",
        "HOST, cannot be changed",
        "User-Agent, cannot be changed",
        "Accept, cannot be changed",
        "Accept-Encoding, cannot be changed",
        "Transfer-Encoding, cannot be changed",
        "Connection, cannot be changed",
        "Expect, cannot be changed",
        "Proxy-Authorization, cannot be changed"
    })
    void rejectsHeadersOfTheLibraryAndSaysWhatToUse(String name, String instead) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().header(name, "s3cr3t-value"))
                .withMessageContaining(name)
                .withMessageContaining(instead)
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "a\r\nb", "ä", "a\tb"})
    void rejectsHeaderNamesThatHttpDoesNotAllow(String name) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().header(name, "value"))
                .withMessageContaining("not allowed in HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cr3t\r\nX-API-KEY: stolen", "s3cr3t\n", "s3cr3t\u0000", "s3cr3tä", " s3cr3t"})
    void rejectsHeaderValuesThatHttpDoesNotAllow(String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().header("X-Trace", value))
                .withMessageContaining("header X-Trace")
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void rejectsTimeoutsThatAreNotPositiveOrLongerThanADay(String timeout) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().timeout(Duration.parse(timeout)))
                .withMessageContaining("timeout is " + timeout);
    }

    @Test
    void rejectsInvalidCredentialsAndDomainsAtOnce() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().apiKey("a\nb"));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().licenseKey(""));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> CallOptions.builder().domain(" "));
    }

    @Test
    void masksHeaderValuesOfEightCharactersOrMore() {
        CallOptions options = CallOptions.builder()
                .header("X-Long", "12345678")
                .header("X-Short", "abcdefg")
                .build();

        assertThat(options.redact("12345678 and abcdefg")).isEqualTo("**** and abcdefg");
    }

    @Test
    void acceptsATimeoutOfOneDay() {
        assertThat(CallOptions.builder().timeout(Duration.ofDays(1)).build().timeout())
                .isEqualTo(Duration.ofDays(1));
    }
}
