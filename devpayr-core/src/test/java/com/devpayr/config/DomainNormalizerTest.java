package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNormalizerTest {
    @ParameterizedTest
    @CsvSource({
        // host names: lower case, punycode, no port, no final dot
        "shop.example.com, shop.example.com",
        "Shop.EXAMPLE.com, shop.example.com",
        "shop.example.com:8443, shop.example.com",
        "shop.example.com., shop.example.com",
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example:80, xn--bcher-kva.example",
        "例え。テスト, xn--r8jz45g.xn--zckzah",
        // URLs lose scheme, credentials, path, query and fragment
        "https://Shop.Example.com/path?x=1#y, shop.example.com",
        "https://user:p%40ss@shop.example.com:8443/x, shop.example.com",
        "https://a@b@shop.example.com, shop.example.com",
        "https://shop.example.com?x=@evil.example, shop.example.com",
        "https://shop.example.com\\@evil.example, shop.example.com",
        "https://bücher.example/, xn--bcher-kva.example",
        "http://JOHN-PC:8080/x, john-pc",
        // localhost and IP addresses keep their ports
        "localhost, localhost",
        "LocalHost:3000, localhost:3000",
        "http://localhost:3000/x, localhost:3000",
        "192.168.1.10:8080, 192.168.1.10:8080",
        "http://10.0.0.5:8080/x, 10.0.0.5:8080",
        "http://10.0.0.5/x, 10.0.0.5",
        "[2001:DB8::1], [2001:db8::1]",
        "[2001:DB8::1]:8080, [2001:db8::1]:8080",
        "http://user@[::1]:8080/x, [::1]:8080",
    })
    void normalizesHosts(String raw, String expected) {
        assertThat(DomainNormalizer.normalize("domain", raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOHN-PC",
                "device-3F9A01",
                "My_Host.example.com",
                "V1.2.3",
                "550E8400-E29B-41D4-A716-446655440000",
                "urn:uuid:550E8400",
                "FE80::A",
                "SGVsbG8=",
                "two words",
                "a..b",
                ".",
                "-A.b-"
            })
    void doesNotChangeOpaqueIdentifiers(String raw) {
        assertThat(DomainNormalizer.normalize("domain", raw)).isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void treatsNamesLongerThanDnsAllowsAsOpaque(int more) {
        String longest = ("A".repeat(63) + ".").repeat(3) + "B".repeat(61);

        assertThat(DomainNormalizer.normalize("domain", longest))
                .hasSize(253)
                .isEqualTo(longest.toLowerCase(Locale.ROOT));
        assertThat(DomainNormalizer.normalize("domain", longest + "B".repeat(more)))
                .isEqualTo(longest + "B".repeat(more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "file:///etc/x", "https://:80/", "https://a b/", "https://user@/x"})
    void rejectsUrlsWithoutAValidHost(String raw) {
        assertThatThrownBy(() -> DomainNormalizer.normalize("APP_URL", raw))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("APP_URL is a URL without a valid host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "pc\r\nX-API-KEY: evil", "Müller-PC", "mü_ller.example.com", "pc\0", " shop.example.com"
            })
    void rejectsInvalidHeaderValues(String raw) {
        assertThatThrownBy(() -> DomainNormalizer.normalize("domain", raw))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("domain ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xDF, 0x1E9E, 0x3C2, 0x200C, 0x200D})
    void rejectsNamesThatTheTwoStandardsTreatDifferently(int character) {
        String host = "www.stra" + (char) character + "e.de";
        for (String raw : List.of(host, host + ":8080", "https://" + host + "/x")) {
            assertThatThrownBy(() -> DomainNormalizer.normalize("DEVPAYR_DOMAIN", raw))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("DEVPAYR_DOMAIN ")
                    .hasMessageContaining("punycode");
        }
    }

    @ParameterizedTest
    @CsvSource({"xn--strae-oqa.de, xn--strae-oqa.de", "XN--Strae-OQA.de, xn--strae-oqa.de", "strasse.de, strasse.de"})
    void acceptsThePunycodeOfSuchNames(String raw, String expected) {
        assertThat(DomainNormalizer.normalize("domain", raw)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example\r\nX-API-KEY: 1", "https://shop.example.com\r\nX-API-KEY: 1"})
    void rejectsLineBreaks(String raw) {
        assertThatThrownBy(() -> DomainNormalizer.normalize("domain", raw)).isInstanceOf(ConfigurationException.class);
    }
}
