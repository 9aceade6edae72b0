package com.devpayr.internal.proxy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyPropertiesTest {
    private final ProxyProperties properties = new ProxyProperties();

    @Test
    void noPropertyMeansNoProxy() {
        assertThat(properties.toSettings()).isNull();
    }

    @Test
    void portDefaultsTo3128() {
        properties.host("proxy");
        assertThat(properties.toSettings()).hasToString("proxy:3128");

        properties.port(8080);
        assertThat(properties.toSettings()).hasToString("proxy:8080");
    }

    @Test
    void readsThePasswordFromTheValueOrTheFile(@TempDir Path folder) throws Exception {
        properties.host("proxy");
        properties.username("shop");
        assertThat(password()).isEmpty();

        properties.password("of-the-value");
        assertThat(password()).isEqualTo("of-the-value");

        properties.password(null);
        properties.passwordFile(Files.writeString(folder.resolve("password"), "of-the-file"));
        assertThat(password()).isEqualTo("of-the-file");
    }

    @Test
    void excludesHosts() {
        properties.host("proxy");
        properties.noProxy(List.of("a.example.com"));

        ProxySettings proxy = requireNonNull(properties.toSettings());

        assertThat(proxy.appliesTo("a.example.com")).isFalse();
        assertThat(proxy.appliesTo("b.example.com")).isTrue();
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments(it -> it.port(8080), "host is missing, but devpayr.proxy.port is set"),
                arguments(it -> it.username("shop"), "host is missing, but devpayr.proxy.username is set"),
                arguments(it -> it.password("topsecret"), "host is missing, but devpayr.proxy.password is set"),
                arguments(
                        it -> it.passwordFile(Path.of("file")),
                        "host is missing, but devpayr.proxy.password-file is set"),
                arguments(
                        it -> it.noProxy(List.of("a.example.com")),
                        "host is missing, but devpayr.proxy.no-proxy is set"),
                arguments(
                        it -> {
                            it.host("proxy");
                            it.password("topsecret");
                        },
                        "username is missing, but devpayr.proxy.password is set"),
                arguments(
                        it -> {
                            it.host("proxy");
                            it.passwordFile(Path.of("file"));
                        },
                        "username is missing, but devpayr.proxy.password-file is set"),
                arguments(
                        it -> {
                            it.host("proxy");
                            it.username("shop");
                            it.password("topsecret");
                            it.passwordFile(Path.of("file"));
                        },
                        "password-file and devpayr.proxy.password are both set"));
    }

    private static Arguments arguments(Consumer<ProxyProperties> set, String message) {
        return Arguments.of(set, message);
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void rejectsAPropertyThatWouldBeIgnored(Consumer<ProxyProperties> set, String message) {
        set.accept(properties);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(properties::toSettings)
                .withMessageStartingWith("devpayr.proxy." + message)
                .withMessageNotContaining("topsecret");
    }

    private String password() {
        return requireNonNull(requireNonNull(properties.toSettings()).password());
    }
}
