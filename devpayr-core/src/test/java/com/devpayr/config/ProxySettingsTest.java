package com.devpayr.config;

import static com.devpayr.internal.config.ConfigAccess.canResolveWithoutBlocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
    private static final ProxySettings PROXY = ProxySettings.builder("Proxy.Example.com", 3128)
            .credentials("shop", "the-password")
            .build();

    private static DevPayrConfig.Builder config() {
        return DevPayrConfig.builder().apiKey("api-key").domain("a.example");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, api.example.com, true",
        "API.example.com., api.EXAMPLE.com, true",
        "api.example.com, v2.api.example.com, false",
        "example.com, api.example.com, false",
        ".example.com, api.example.com, true",
        ".example.com, a.b.example.com, true",
        ".example.com, example.com, false",
        ".example.com, badexample.com, false",
        "*.example.com, api.example.com, true",
        "*.example.com, example.com, false",
        "*example.com, example.com, true",
        "*example.com, badexample.com, true",
        "*example.com, example.com.test, false",
        "10.1*, 10.11.2.3, true",
        "*example*, api.example.com, true",
        "*example*, api.other.com, false",
        "*, api.example.com, true",
        "10.1.2.3, 10.1.2.3, true",
        "10.*, 10.1.2.3, true",
        "10.*, 101.1.2.3, false",
        "2001:db8::1, [2001:DB8:0:0:0:0:0:1], true",
        "[2001:db8::1], [2001:db8::1], true",
        "2001:db8::1, [2001:db8::2], false",
        "1:2:3:4:5:6:7:8:9, 1:2:3:4:5:6:7:8:9, true",
        "other.example.com, localhost, true",
        "other.example.com, 127.0.0.1, true",
        "other.example.com, 127.1.2.3, true",
        "other.example.com, [::1], true",
        "other.example.com, localhost.example.com, false"
    })
    void excludesHosts(String pattern, String host, boolean isExcluded) {
        ProxySettings proxy =
                ProxySettings.builder("proxy", 3128).noProxy(pattern).build();

        assertThat(proxy.appliesTo(host)).isEqualTo(!isExcluded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://example.com", "example.com:443", "10.0.0.0/8", "a*b", "a,b", "**", "."})
    void rejectsPatternsThatMatchNothing(String pattern) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProxySettings.builder("proxy", 3128).noProxy(pattern))
                .satisfies(failure -> assertThat(failure.setting()).isEqualTo("noProxy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://proxy", "proxy:3128", "user@proxy", "*", ".example.com", "a b"})
    void rejectsInvalidHosts(String host) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> config().proxy(host, 3128))
                .satisfies(failure -> assertThat(failure.setting()).isEqualTo("proxy"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void rejectsInvalidPorts(int port) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProxySettings.of("proxy", port))
                .withMessage("port of the proxy is " + port + "; it must be 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3128, 65_535})
    void returnsHostAndPort(int port) {
        ProxySettings proxy = ProxySettings.of("Proxy.Example.com", port);

        assertThat(proxy.host()).isEqualTo("proxy.example.com");
        assertThat(proxy.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", ":b"})
    void rejectsUserNamesThatBasicAuthenticationCannotExpress(String username) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProxySettings.builder("proxy", 3128).credentials(username, "the-password"))
                .withMessageNotContaining("the-password");
    }

    @Test
    void addressIsShownWithoutCredentials() {
        assertThat(PROXY).hasToString("proxy.example.com:3128");
        assertThat(ProxySettings.of("[::1]", 8080)).hasToString("[0:0:0:0:0:0:0:1]:8080");
        assertThat(config().proxy(PROXY).build().toString()).doesNotContain("the-password");
    }

    @Test
    void configurationRedactsThePassword() {
        DevPayrConfig config = config().proxy(PROXY).build();

        assertThat(config.redact("with the-password")).isEqualTo("with ****");
    }

    @Test
    void passwordOfFourCharactersIsMasked() {
        DevPayrConfig config = config().proxy(ProxySettings.builder("proxy", 1)
                        .credentials("shop", "four")
                        .build())
                .build();

        assertThat(config.redact("with four")).isEqualTo("with ****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "cha"})
    void shortPasswordDoesNotMaskPartsOfWords(String password) {
        DevPayrConfig config = config().proxy(ProxySettings.builder("proxy", 1)
                        .credentials("shop", password)
                        .build())
                .build();

        assertThat(config.redact("unchanged")).isEqualTo("unchanged");
    }

    @Test
    void readsThePasswordFileAgainWhenItChanges(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "first\n");
        ProxySettings proxy =
                ProxySettings.builder("proxy", 3128).credentials("shop", file).build();
        assertThat(proxy.password()).isEqualTo("first");

        Files.writeString(file, "the second");

        assertThat(proxy.password()).isEqualTo("the second");
    }

    @Test
    void guide(@TempDir Path folder) throws IOException, NoSuchAlgorithmException {
        Path passwordFile = Files.writeString(folder.resolve("password"), "of-a-file");
        SSLContext tls = SSLContext.getDefault();
        String apiKey = "api-key";

        // <proxy>
        ProxySettings proxy = ProxySettings.builder("proxy.example.com", 3128)
                .credentials("shop", passwordFile)
                .noProxy(".internal.example.com")
                .build();
        DevPayrConfig config = DevPayrConfig.builder()
                .apiKey(apiKey)
                .proxy(proxy) // or proxy("proxy.example.com", 3128)
                .sslContext(tls)
                .build();
        // </proxy>

        assertThat(config.proxy()).isSameAs(proxy);
    }

    @Test
    void missingPasswordFileIsNamed(@TempDir Path folder) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ProxySettings.builder("proxy", 3128).credentials("shop", folder.resolve("missing")))
                .satisfies(failure -> assertThat(failure.setting()).isEqualTo("passwordFile"))
                .withMessageContaining("missing");
    }

    @Test
    void passwordOfAFileMayBlock(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "of-a-file");
        ProxySettings mounted =
                ProxySettings.builder("proxy", 3128).credentials("shop", file).build();

        assertThat(canResolveWithoutBlocking(config().proxy(PROXY).build(), Operation.LICENSE_GET))
                .isTrue();
        assertThat(canResolveWithoutBlocking(config().proxy(mounted).build(), Operation.LICENSE_GET))
                .isFalse();
    }

    @Test
    void configurationHasTheProxyThatAppliesToItsBaseUrl() {
        ProxySettings excluding =
                ProxySettings.builder("proxy", 3128).noProxy("api.example.com").build();

        assertThat(config().build().proxy()).isNull();
        assertThat(config().proxy(PROXY).build().proxy()).isSameAs(PROXY);
        assertThat(config().proxy(excluding).build().proxy()).isSameAs(excluding);
        assertThat(config().proxy(excluding)
                        .baseUrl("https://api.example.com/")
                        .build()
                        .proxy())
                .isNull();
        assertThat(config().proxy(PROXY)
                        .baseUrl("http://localhost:8080/")
                        .build()
                        .proxy())
                .isNull();
    }

    @Test
    void rejectsAProxyThatWouldReceiveTheCredentialsOfDevPayr() {
        DevPayrConfig.Builder plain =
                config().proxy(PROXY).baseUrl("http://api.example.com/").allowPlainHttp();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(plain::build)
                .withMessage("proxy would receive all credentials, since the base URL is plain http; use https, or add"
                        + " api.example.com to noProxy");
    }

    @Test
    void configurationHasTheTlsSettings() throws NoSuchAlgorithmException {
        SSLContext tls = SSLContext.getDefault();

        assertThat(config().build().sslContext()).isNull();
        assertThat(config().sslContext(tls).build().sslContext()).isSameAs(tls);
    }
}
