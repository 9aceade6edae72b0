package com.devpayr.spring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ProxySettings;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
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
    void ownConnectionDetailsUseTheProxyOfTheEnvironment() {
        withOwnDetails("HTTPS_PROXY=http://env.example.com:8080", "NO_PROXY=other.example.com")
                .run(context ->
                        assertThat(context.getBean(DevPayrConfig.class).proxy()).hasToString("env.example.com:8080"));
        withOwnDetails("HTTPS_PROXY=http://env.example.com:8080", "devpayr.proxy.host=own.example.com")
                .run(context ->
                        assertThat(context.getBean(DevPayrConfig.class).proxy()).hasToString("own.example.com:3128"));
    }

    @Test
    void ownConnectionDetailsReplaceCredentialsAndBaseUrlOfTheEnvironment() {
        withOwnDetails(
                        "DEVPAYR_API_KEY=of-the-environment",
                        "DEVPAYR_LICENSE_KEY_FILE=/missing",
                        "DEVPAYR_SECRET=of-the-environment",
                        "DEVPAYR_BASE_URL=https://environment.example.com/",
                        "DEVPAYR_DOMAIN=shop.example.com")
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("own-key");
                    assertThat(config.has(Credential.LICENSE_KEY)).isFalse();
                    assertThat(config.secret()).isNull();
                    assertThat(config.baseUrl()).hasHost("api.devpayr.dev");
                    assertThat(config.domain().value()).isEqualTo("shop.example.com");
                });
    }

    /** Returns an application whose connection details have an API key only. */
    private static ApplicationContextRunner withOwnDetails(String... properties) {
        DevPayrConnectionDetails details = new DevPayrConnectionDetails() {
            @Override
            public String apiKey() {
                return "own-key";
            }
        };
        return application(properties).withBean(DevPayrConnectionDetails.class, () -> details);
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
                "port=8080 | devpayr.proxy.host is missing, but devpayr.proxy.port is set",
                "no-proxy=.example.com | devpayr.proxy.host is missing, but devpayr.proxy.no-proxy is set",
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
