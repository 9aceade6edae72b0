package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @Test
    void defaultsToDevPayrsApi() {
        assertThat(DevPayrConfig.builder().domain("d").build().baseUrl())
                .hasToString("https://api.devpayr.dev/api/v1/");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.devpayr.dev/api/v1, https://api.devpayr.dev/api/v1/",
        "https://api.devpayr.dev/api/v1/, https://api.devpayr.dev/api/v1/",
        "https://api.devpayr.dev, https://api.devpayr.dev/",
        "HTTPS://Api.DevPayr.dev/x, HTTPS://Api.DevPayr.dev/x/",
        "'  https://api.devpayr.dev/x ', https://api.devpayr.dev/x/",
        "https://10.0.0.7:8443/x, https://10.0.0.7:8443/x/",
        "http://localhost:8080, http://localhost:8080/",
        "http://LOCALHOST, http://LOCALHOST/",
        "http://127.0.0.1:1/, http://127.0.0.1:1/",
        "https://10.0.0.7:65535/x, https://10.0.0.7:65535/x/",
        "http://127.1.2.3/, http://127.1.2.3/",
        "http://[::1]:8080/, http://[::1]:8080/",
        "http://[0:0:0:0:0:0:0:1]/, http://[0:0:0:0:0:0:0:1]/"
    })
    void acceptsHttpsAndLoopbackAndAppendsASlash(String raw, String expected) {
        assertThat(BaseUrl.parse("baseUrl", raw, false)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.devpayr.dev/",
                "http://10.0.0.7/",
                "http://0.0.0.0/",
                "http://128.0.0.1/",
                "http://localhost.evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://evil.example/localhost",
                "http://[::2]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void requiresAnOptInForPlainHttp(String raw) {
        assertThatThrownBy(() -> BaseUrl.parse("baseUrl", raw, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("plain http")
                .hasMessageContaining("allowPlainHttp()");
        assertThat(BaseUrl.parse("baseUrl", raw, true)).asString().startsWith(raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.devpayr.dev",
                "/api/v1",
                "ftp://api.devpayr.dev/",
                "file:///etc/passwd",
                "https:///api",
                "https:api.devpayr.dev",
                "https://my_host/",
                "https://api.devpayr.dev:99999/"
            })
    void rejectsOtherSchemesAndMissingHosts(String raw) {
        assertThatThrownBy(() -> BaseUrl.parse("DEVPAYR_BASE_URL", raw, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("DEVPAYR_BASE_URL is not a valid http or https URL; set a URL such as"
                        + " https://api.devpayr.dev/api/v1/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://api devpayr.dev/", "https://api.devpayr.dev/%zz", "https://[::1/"})
    void rejectsAMalformedUrl(String raw) {
        assertThatThrownBy(() -> BaseUrl.parse("baseUrl", raw, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is not a URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cr3t@api.devpayr.dev/",
                "https://s3cr3t@api.devpayr.dev/",
                "https://api.devpayr.dev/?key=s3cr3t",
                "https://api.devpayr.dev/#s3cr3t"
            })
    void rejectsCredentialsQueryAndFragmentWithoutShowingThem(String raw) {
        assertThatThrownBy(() -> BaseUrl.parse("baseUrl", raw, true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("remove them")
                .hasMessageNotContaining("s3cr3t");
    }
}
