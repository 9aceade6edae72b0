package com.devpayr.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The properties of the proxy. The contract of the transports tests its use. */
class ProxyTest {
    private static ApplicationContextRunner application(String... properties) {
        return Contexts.backend()
                .withPropertyValues(
                        "devpayr.transport=retrofit", "devpayr.base-url=https://api.example.com/", "HTTPS_PROXY=")
                .withPropertyValues(properties);
    }

    @Test
    void noProxyIsUsedByDefault() {
        application()
                .run(context ->
                        assertThat(context.getBean(DevPayrConfig.class).proxy()).isNull());
    }

    @Test
    void proxyOfTheEnvironmentIsUsedUnlessOneIsConfigured() {
        application("HTTPS_PROXY=http://env.example.com:8080")
                .run(context ->
                        assertThat(context.getBean(DevPayrConfig.class).proxy()).hasToString("env.example.com:8080"));
        application("HTTPS_PROXY=http://env.example.com:8080", "devpayr.proxy.host=own.example.com")
                .run(context ->
                        assertThat(context.getBean(DevPayrConfig.class).proxy()).hasToString("own.example.com:3128"));
    }

    @Test
    void readsThePasswordFileAgainWhenItChanges(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "first");
        application(
                        "devpayr.proxy.host=proxy",
                        "devpayr.proxy.username=shop",
                        "devpayr.proxy.password-file=" + file.toUri())
                .run(context -> {
                    ProxySettings proxy =
                            requireNonNull(context.getBean(DevPayrConfig.class).proxy());
                    assertThat(proxy.password()).isEqualTo("first");

                    Files.writeString(file, "the second");

                    assertThat(proxy.password()).isEqualTo("the second");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username=shop | devpayr.proxy.host is missing",
                "password=topsecret | devpayr.proxy.host is missing",
                "host=proxy,password=topsecret | devpayr.proxy.username is missing",
                "host=proxy,username=shop,password=topsecret,password-file=x | devpayr.proxy.password are both set",
                "host=proxy,username=shop,password=${PROXY_PASSWORD} | devpayr.proxy.password is missing",
                "host=http://proxy | is not a host"
            })
    void incompletePropertiesFailTheStart(String properties, String expected) {
        String[] values = Stream.of(properties.split(",", -1))
                .map(property -> "devpayr.proxy." + property)
                .toArray(String[]::new);

        application(values).run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining(expected)
                .hasMessageNotContaining("topsecret"));
    }

    @Test
    void propertiesAreShownWithoutThePassword() {
        application("devpayr.proxy.host=proxy", "devpayr.proxy.username=shop", "devpayr.proxy.password=topsecret")
                .run(context -> {
                    DevPayrProperties properties = context.getBean(DevPayrProperties.class);
                    assertThat(properties.proxy().password()).isEqualTo("topsecret");
                    assertThat(properties + " " + properties.proxy()).doesNotContain("topsecret");
                });
    }
}
