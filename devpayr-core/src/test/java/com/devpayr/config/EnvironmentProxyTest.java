package com.devpayr.config;

import static com.devpayr.internal.config.ConfigAccess.hasExplicitProxy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {
    private static final Map<String, String> VARIABLE = Map.of("HTTPS_PROXY", "http://proxy.example.com:3128");
    private static final Map<String, String> PROPERTY =
            Map.of("https.proxyHost", "jvm.example.com", "https.proxyPort", "8080");

    private static DevPayrConfig.Builder config(Map<String, String> variables, Map<String, String> properties) {
        return DevPayrConfig.builder().environment(SystemEnvironment.of(variables, properties));
    }

    private static @Nullable ProxySettings find(Map<String, String> variables, Map<String, String> properties) {
        return config(variables, properties).fromEnvironment().build().proxy();
    }

    @Test
    void readsTheVariableOnlyIfTheEnvironmentIsRead() {
        assertThat(find(VARIABLE, Map.of())).hasToString("proxy.example.com:3128");
        assertThat(config(VARIABLE, PROPERTY).build().proxy()).isNull();
        assertThat(find(Map.of("HTTP_PROXY", "http://proxy:1", "ALL_PROXY", "http://proxy:1"), Map.of()))
                .isNull();
    }

    @Test
    void explicitSettingsTakePrecedenceOverThePropertyAndTheVariable() {
        assertThat(find(VARIABLE, PROPERTY)).hasToString("jvm.example.com:8080");
        assertThat(config(VARIABLE, PROPERTY)
                        .fromEnvironment()
                        .proxy("own.example.com", 1)
                        .build()
                        .proxy())
                .hasToString("own.example.com:1");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example.com, proxy.example.com:80",
        "https_proxy, proxy.example.com:3128, proxy.example.com:3128",
        "HTTPS_PROXY, HTTP://proxy.example.com:3128/, proxy.example.com:3128"
    })
    void acceptsTheUsualForms(String name, String value, String expected) {
        assertThat(find(Map.of(name, value), Map.of())).hasToString(expected);
    }

    @Test
    void readsCredentialsOfTheUrl() {
        ProxySettings proxy =
                requireNonNull(find(Map.of("HTTPS_PROXY", "http://shop:a+b%40%3Ac@proxy.example.com:3128"), Map.of()));

        assertThat(proxy.username()).isEqualTo("shop");
        assertThat(proxy.password()).isEqualTo("a+b@:c");
        assertThat(proxy).hasToString("proxy.example.com:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://user:topsecret@proxy:1080", "https://user:topsecret@proxy", "http://user:topsecret@"})
    void rejectsOtherProxiesWithoutTheirPassword(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> find(Map.of("HTTPS_PROXY", url), Map.of()))
                .withMessageStartingWith("HTTPS_PROXY is not the URL of an HTTP proxy")
                .withMessageNotContaining("topsecret")
                .withNoCause();
    }

    @Test
    void rejectsPortZero() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> find(Map.of("HTTPS_PROXY", "http://proxy:0"), Map.of()));
    }

    @Test
    void unsupportedProxyIsIgnoredForAnExcludedHost() {
        Map<String, String> socks = Map.of("HTTPS_PROXY", "socks5://proxy:1080", "NO_PROXY", "devpayr.dev");

        assertThat(find(socks, Map.of())).isNull();
        assertThat(find(
                        Map.of(),
                        Map.of(
                                "https.proxyHost",
                                "proxy",
                                "https.proxyPort",
                                "many",
                                "http.nonProxyHosts",
                                "*.devpayr.dev")))
                .isNull();
        assertThat(config(socks, Map.of())
                        .fromEnvironment()
                        .baseUrl("https://localhost/")
                        .build()
                        .proxy())
                .isNull();
    }

    @Test
    void isNotAnExplicitProxy() {
        DevPayrConfig.Builder config = config(VARIABLE, PROPERTY).fromEnvironment();

        assertThat(hasExplicitProxy(config.build())).isFalse();
        assertThat(hasExplicitProxy(config.proxy("own.example.com", 1).build())).isTrue();
        assertThat(hasExplicitProxy(config.baseUrl("https://localhost/").build()))
                .as("does not apply")
                .isFalse();
    }

    @Test
    void rejectsAnInvalidPortOfTheProperties() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> find(Map.of(), Map.of("https.proxyHost", "proxy", "https.proxyPort", "many")))
                .withMessageStartingWith("https.proxyHost or https.proxyPort is invalid");
    }

    @Test
    void portOfTheJvmDefaultsToThatOfHttps() {
        assertThat(find(Map.of(), Map.of("https.proxyHost", "proxy"))).hasToString("proxy:443");
    }

    @ParameterizedTest
    @CsvSource({
        "api.devpayr.dev, true",
        "devpayr.dev, true",
        ".devpayr.dev, true",
        "'a.example, DEVPAYR.DEV', true",
        "a.example api.devpayr.dev, true",
        "*, true",
        "*.devpayr.dev, true",
        "*devpayr.dev, true",
        "payr.dev, false",
        "api.devpayr.dev:8443, false",
        "'10.0.0.0/8,,', false"
    })
    void variableExcludesHosts(String excluded, boolean isExcluded) {
        Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy:1", "no_proxy", excluded);

        assertThat(find(variables, Map.of()) == null).isEqualTo(isExcluded);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost|*.devpayr.dev, true",
        "api.devpayr.dev, true",
        "api.*, true",
        "*devpayr.dev, true",
        "*payr.dev, true",
        "api.dev*, true",
        "*devpayr*, true",
        "*devpayr, false",
        "devpayr*, false",
        "*other*, false",
        "devpayr.dev, false",
        "'', false"
    })
    void propertyExcludesHosts(String excluded, boolean isExcluded) {
        Map<String, String> properties = Map.of("https.proxyHost", "proxy", "http.nonProxyHosts", excluded);

        assertThat(find(Map.of("NO_PROXY", "*"), properties) == null).isEqualTo(isExcluded);
    }

    @Test
    void plainHttpIsNotProxied() {
        assertThat(config(VARIABLE, PROPERTY)
                        .fromEnvironment()
                        .baseUrl("http://api.example.com/")
                        .allowPlainHttp()
                        .build()
                        .proxy())
                .isNull();
    }
}
