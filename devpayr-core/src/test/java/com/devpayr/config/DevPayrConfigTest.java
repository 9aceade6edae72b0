package com.devpayr.config;

import static com.devpayr.internal.config.ConfigAccess.canResolveWithoutBlocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.Sneaky;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the settings of a configuration, their sources and their limits. */
class DevPayrConfigTest {
    private static final Operation BY_API_KEY = Operation.LICENSE_GET;
    private static final Operation BY_LICENSE_KEY = Operation.PAYMENT_CHECK;

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    DevPayrConfigTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private DevPayrConfig.Builder builder() {
        return DevPayrConfig.builder().environment(SystemEnvironment.of(variables, Map.of()));
    }

    private void all(String value) {
        variables.put("DEVPAYR_API_KEY", "api-" + value);
        variables.put("DEVPAYR_LICENSE_KEY", "license-" + value);
        variables.put("DEVPAYR_SECRET", "secret-" + value);
        variables.put("DEVPAYR_BASE_URL", "https://" + value + ".example/");
        variables.put("DEVPAYR_DOMAIN", value + ".example");
    }

    @Test
    void readsTheEnvironmentIfEnabled() {
        all("env");
        DevPayrConfig config = builder().fromEnvironment().build();

        assertThat(config.credential(BY_API_KEY)).isEqualTo("api-env");
        assertThat(config.credential(BY_LICENSE_KEY)).isEqualTo("license-env");
        assertThat(config.secret()).isEqualTo(Secret.of("secret-env"));
        assertThat(config.baseUrl()).hasToString("https://env.example/");
        assertThat(config.domain()).isEqualTo(new ResolvedDomain("env.example", ResolvedDomain.Source.ENVIRONMENT));
    }

    @Test
    void doesNotReadTheEnvironmentByDefault() {
        all("env");
        DevPayrConfig config = builder().build();

        assertThatThrownBy(() -> config.credential(BY_API_KEY)).isInstanceOf(MissingCredentialException.class);
        assertThatThrownBy(() -> config.credential(BY_LICENSE_KEY)).isInstanceOf(MissingCredentialException.class);
        assertThat(config.secret()).isNull();
        assertThat(config.baseUrl()).hasToString("https://api.devpayr.dev/api/v1/");
    }

    @Test
    void theBuilderOverridesEachSetting() {
        all("env");
        DevPayrConfig config = builder()
                .fromEnvironment()
                .apiKey("api-own")
                .secret("secret-own")
                .domain("own.example")
                .build();

        assertThat(config.credential(BY_API_KEY)).isEqualTo("api-own");
        assertThat(config.credential(BY_LICENSE_KEY)).isEqualTo("license-env");
        assertThat(config.secret()).isEqualTo(Secret.of("secret-own"));
        assertThat(config.baseUrl()).hasToString("https://env.example/");
        assertThat(config.domain()).isEqualTo(new ResolvedDomain("own.example", ResolvedDomain.Source.EXPLICIT));
        assertThat(builder()
                        .fromEnvironment()
                        .baseUrl("https://own.example")
                        .licenseKey("license-own")
                        .build()
                        .baseUrl())
                .hasToString("https://own.example/");
    }

    @Test
    void readsEverySettingFromAFile() throws IOException {
        for (String name : List.of("API_KEY", "LICENSE_KEY", "SECRET")) {
            Path file = Files.writeString(folder.resolve(name), "value-of-" + name + "\n");
            variables.put("DEVPAYR_" + name + "_FILE", file.toString());
        }
        Path url = Files.writeString(folder.resolve("url"), "https://file.example\n");
        variables.put("DEVPAYR_BASE_URL_FILE", url.toString());
        DevPayrConfig config = builder().fromEnvironment().build();

        assertThat(config.credential(BY_API_KEY)).isEqualTo("value-of-API_KEY");
        assertThat(config.credential(BY_LICENSE_KEY)).isEqualTo("value-of-LICENSE_KEY");
        assertThat(config.secret()).isEqualTo(Secret.of("value-of-SECRET"));
        assertThat(config.baseUrl()).hasToString("https://file.example/");
    }

    @Test
    void usesARotatedFileForTheNextRequest() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "old-key");
        variables.put("DEVPAYR_API_KEY_FILE", file.toString());
        DevPayrConfig config = builder().fromEnvironment().build();
        assertThat(config.credential(BY_API_KEY)).isEqualTo("old-key");

        Files.writeString(file, "new-key");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));

        assertThat(config.credential(BY_API_KEY)).isEqualTo("new-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVPAYR_API_KEY", "DEVPAYR_LICENSE_KEY", "DEVPAYR_SECRET", "DEVPAYR_BASE_URL"})
    void rejectsAVariableTogetherWithItsFile(String name) {
        variables.put(name, "https://value.example");
        variables.put(name + "_FILE", folder.resolve("file").toString());

        assertThatThrownBy(() -> builder().fromEnvironment().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(name + " and " + name + "_FILE are both set; unset one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVPAYR_API_KEY", "DEVPAYR_LICENSE_KEY", "DEVPAYR_SECRET", "DEVPAYR_BASE_URL"})
    void rejectsAMissingFileOrInvalidPathImmediately(String name) {
        for (String path : List.of(folder.resolve("missing").toString(), "nul\0")) {
            variables.put(name + "_FILE", path);
            assertThatThrownBy(() -> builder().fromEnvironment().build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(name + "_FILE ")
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void rejectsAnInvalidVariableImmediatelyWithoutShowingIt() {
        variables.put("DEVPAYR_API_KEY", "s3cr3t\nkey");

        assertThatThrownBy(() -> builder().fromEnvironment().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a line feed")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void treatsABlankVariableAsUnset() {
        variables.put("DEVPAYR_API_KEY", " ");
        DevPayrConfig config = builder().fromEnvironment().build();

        assertThatThrownBy(() -> config.credential(BY_API_KEY)).isInstanceOf(MissingCredentialException.class);
    }

    @Test
    void callsASupplierForEveryRequest() {
        Iterator<String> keys = List.of("first", "second").iterator();
        DevPayrConfig config = builder().apiKey(() -> ApiKey.of(keys.next())).build();

        assertThat(config.credential(BY_API_KEY)).isEqualTo("first");
        assertThat(config.credential(BY_API_KEY)).isEqualTo("second");
    }

    @Test
    void returnsTheDocumentedCredentialPerOperation() {
        DevPayrConfig config =
                builder().apiKey("the-api-key").licenseKey("the-license-key").build();

        assertThat(config.credential(BY_API_KEY)).isEqualTo("the-api-key");
        assertThat(config.credential(BY_LICENSE_KEY)).isEqualTo("the-license-key");
    }

    @Test
    void doesNotReplaceAMissingCredential() {
        DevPayrConfig config = builder().apiKey("the-api-key").build();

        assertThatThrownBy(() -> config.credential(BY_LICENSE_KEY))
                .isInstanceOf(MissingCredentialException.class)
                .hasMessage("licenseKey is not configured but required by payment.check; set it in the DevPayrConfig"
                        + " builder, or set the environment variable DEVPAYR_LICENSE_KEY or DEVPAYR_LICENSE_KEY_FILE");
    }

    @Test
    void toStringShowsNoSecret() {
        DevPayrConfig config = builder()
                .apiKey("s3cr3t-api")
                .licenseKey("s3cr3t-license")
                .secret("s3cr3t-injectables")
                .build();

        assertThat(config)
                .hasToString("DevPayrConfig[baseUrl=https://api.devpayr.dev/api/v1/, apiKey=****, licenseKey=****,"
                        + " secret=****]");
        assertThat(builder().build()).asString().contains("apiKey=none, licenseKey=none, secret=none");
    }

    @Test
    void redactsEverySecretAlsoIfOneContainsAnother() {
        DevPayrConfig config = builder()
                .apiKey("s3cr3t")
                .licenseKey("s3cr3t-longer")
                .secret("s3cr3t-longest-of-all")
                .build();

        assertThat(config.redact("a s3cr3t b s3cr3t-longer c s3cr3t-longest-of-all d"))
                .isEqualTo("a **** b **** c **** d");
        assertThat(builder().build().redact("nothing to hide")).isEqualTo("nothing to hide");
    }

    @Test
    void requiresTheOptInForPlainHttp() {
        assertThatThrownBy(() -> builder().baseUrl("http://devpayr.internal").build())
                .isInstanceOf(ConfigurationException.class);
        assertThat(builder()
                        .baseUrl("http://devpayr.internal")
                        .allowPlainHttp()
                        .build()
                        .baseUrl())
                .hasToString("http://devpayr.internal/");
    }

    @Test
    void hasDefaultTimeoutsAndLimits() {
        DevPayrConfig config = builder().build();

        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxConnections()).isEqualTo(1024);
    }

    @Test
    void rejectsTimeoutsThatAreNotPositive() {
        DevPayrConfig config = builder()
                .connectTimeout(Duration.ofMillis(1))
                .readTimeout(Duration.ofMillis(2))
                .callTimeout(Duration.ofMillis(3))
                .build();

        assertThat(config.connectTimeout()).hasMillis(1);
        assertThat(config.readTimeout()).hasMillis(2);
        assertThat(config.callTimeout()).hasMillis(3);
        assertThatThrownBy(() -> builder().connectTimeout(Duration.ZERO))
                .hasMessage("connectTimeout is PT0S; it must be positive");
        assertThatThrownBy(() -> builder().readTimeout(Duration.ofMillis(-1)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> builder().callTimeout(Duration.ZERO)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void limitsTheConnectionsThatAreKeptOpen() {
        assertThat(builder().maxConnections(7).build().maxConnections()).isEqualTo(7);
        assertThatThrownBy(() -> builder().maxConnections(0)).hasMessage("maxConnections is 0; it must be at least 1");
    }

    @ParameterizedTest
    @EnumSource
    void limitsResponsesWithPayloadsSeparately(Operation operation) {
        DevPayrConfig usual = builder().build();
        DevPayrConfig own =
                builder().maxResponseBytes(10).maxPayloadResponseBytes(20).build();

        assertThat(usual.maxResponseBytes(operation)).isEqualTo((operation.carriesPayload() ? 64 : 1) * 1024 * 1024);
        assertThat(own.maxResponseBytes(operation)).isEqualTo(operation.carriesPayload() ? 20 : 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void rejectsLimitsBelowOne(int bytes) {
        assertThatThrownBy(() -> builder().maxResponseBytes(bytes))
                .hasMessage("maxResponseBytes is " + bytes + "; it must be at least 1");
        assertThatThrownBy(() -> builder().maxPayloadResponseBytes(bytes)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void acceptsALimitOfOneByte() {
        assertThat(builder().maxResponseBytes(1).build().maxResponseBytes(Operation.LICENSE_GET))
                .isEqualTo(1);
    }

    @Test
    void reportsWhichCredentialsAreConfiguredWithoutReadingThem() {
        DevPayrConfig none = builder().build();
        DevPayrConfig apiKeyOnly = builder()
                .apiKey(() -> {
                    throw new AssertionError("it was read");
                })
                .build();
        DevPayrConfig licenseKeyOnly = builder().licenseKey("license-key").build();

        assertThat(none.has(Credential.API_KEY)).isFalse();
        assertThat(none.has(Credential.LICENSE_KEY)).isFalse();
        assertThat(apiKeyOnly.has(Credential.API_KEY)).isTrue();
        assertThat(apiKeyOnly.has(Credential.LICENSE_KEY)).isFalse();
        assertThat(licenseKeyOnly.has(Credential.API_KEY)).isFalse();
        assertThat(licenseKeyOnly.has(Credential.LICENSE_KEY)).isTrue();
    }

    @Test
    void redactsTheKeyOfTheLastRequestAfterARotation() {
        Iterator<String> keys = List.of("old-key", "new-key").iterator();
        DevPayrConfig rotating = builder().apiKey(() -> ApiKey.of(keys.next())).build();
        rotating.credential(Operation.LICENSE_GET);

        assertThat(rotating.redact("old-key, new-key")).isEqualTo("****, ****");
        assertThat(rotating.redact("old-key, and the supplier fails now"))
                .isEqualTo("****, and the supplier fails now");
    }

    @Test
    void wrapsACheckedExceptionOfASupplier() {
        IOException checked = new IOException("the vault is sealed");
        DevPayrConfig config = builder()
                .apiKey(() -> {
                    throw Sneaky.rethrow(checked);
                })
                .licenseKey(() -> {
                    throw Sneaky.rethrow(checked);
                })
                .secret(() -> {
                    throw Sneaky.rethrow(checked);
                })
                .build();

        assertWrapped("apiKey", checked, () -> config.credential(Operation.LICENSE_GET));
        assertWrapped("licenseKey", checked, () -> config.credential(Operation.PAYMENT_CHECK));
        assertWrapped("secret", checked, config::secret);
        assertThat(config.redact("no value can be read")).isEqualTo("no value can be read");
    }

    private static void assertWrapped(String setting, IOException checked, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the supplier of " + setting + " threw a checked exception; catch it in the supplier")
                .hasCause(checked);
    }

    @Test
    void reportsACredentialFromTheEnvironment() {
        all("env");

        assertThat(builder().fromEnvironment().build().has(Credential.API_KEY)).isTrue();
        assertThat(builder().build().has(Credential.API_KEY)).isFalse();
    }

    @Test
    void fixedAndMissingCredentialsAreResolvedWithoutBlocking() {
        all("env");
        DevPayrConfig given = builder()
                .apiKey("api-key")
                .licenseKey("license-key")
                .domain("a.example")
                .build();
        DevPayrConfig environment =
                builder().fromEnvironment().domain("a.example").build();
        DevPayrConfig missing = builder().domain("a.example").build();

        for (DevPayrConfig config : List.of(given, environment, missing)) {
            assertThat(canResolveWithoutBlocking(config, BY_API_KEY)).isTrue();
            assertThat(canResolveWithoutBlocking(config, BY_LICENSE_KEY)).isTrue();
        }
    }

    @Test
    void suppliedAndMountedCredentialsMayBlock() throws IOException {
        variables.put(
                "DEVPAYR_LICENSE_KEY_FILE",
                Files.writeString(folder.resolve("key"), "license-file").toString());
        DevPayrConfig config = builder()
                .fromEnvironment()
                .apiKey(() -> ApiKey.of("api-supplied"))
                .domain("a.example")
                .build();

        assertThat(canResolveWithoutBlocking(config, BY_API_KEY)).isFalse();
        assertThat(canResolveWithoutBlocking(config, BY_LICENSE_KEY)).isFalse();
        assertThat(config.credential(BY_LICENSE_KEY)).isEqualTo("license-file");
        assertThat(canResolveWithoutBlocking(config, BY_LICENSE_KEY)).isFalse();
    }
}
