package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the effect of every key of the verticle, from one table. A deployment with the value must behave as expected; one without
 * it must not, and must behave like one with the documented default. A documented key without a row, or one that is read and not
 * documented, fails the test.
 */
@Timeout(60)
class KeyEffectsTest {
    private static final Path PAGE = Path.of("../docs/vertx.md");
    /** Their effects are tested in devpayr-resilience4j, which this module does not know. */
    private static final String RESILIENCE = "resilience.";

    private static final List<String> ALSO_FROM_A_FILE = List.of(
            "api-key",
            "license-key",
            "secret",
            "domain",
            "base-url",
            "proxy.password",
            "ssl.key-store-password",
            "ssl.trust-store-password");

    /** Not visible outside the guard. Its own default, two minutes, is tested in devpayr-core. */
    private static final String CHECK_TIMEOUT = "guard.check-timeout";

    /** The authorities that the JDK trusts are tested in devpayr-resilience4j, in another JVM. */
    private static final List<String> DEFAULTS_TESTED_ELSEWHERE = List.of("ssl.trust-store", "ssl.trust-certificate");

    /** Documented defaults that cannot be set as a value. */
    private static final List<String> WORDS = List.of("DevPayr", "environment", "none");

    @TempDir
    static Path folder = Path.of("set by JUnit");

    static List<KeyEffect> effects() throws IOException {
        return Stream.of(clientEffects(), ConnectionEffects.all(folder), GuardEffects.all(folder))
                .flatMap(List::stream)
                .toList();
    }

    private static List<KeyEffect> clientEffects() throws IOException {
        return List.of(
                config("api-key", "an-api-key", "an-api-key", it -> it.credential(Operation.LICENSE_GET)),
                config("license-key", "another-key", "another-key", it -> it.credential(Operation.PAYMENT_CHECK)),
                config("secret", "a long secret", "a long secret", KeyEffectsTest::secret),
                config("domain", "blog.example.com", "blog.example.com", KeyEffectsTest::domain),
                config(
                        "api-key-file",
                        file("api-key", "of-a-file"),
                        "of-a-file",
                        it -> it.credential(Operation.LICENSE_GET)),
                config(
                        "license-key-file",
                        file("license-key", "of-a-file"),
                        "of-a-file",
                        it -> it.credential(Operation.PAYMENT_CHECK)),
                config("secret-file", file("secret", "secret of a file"), "secret of a file", KeyEffectsTest::secret),
                config("domain-file", file("domain", "file.example.com"), "file.example.com", KeyEffectsTest::domain),
                KeyEffect.of(
                        "infer-domain",
                        true,
                        "inferred.example.com",
                        fixture -> domain(fixture.remove("domain").config())),
                KeyEffect.of(
                        "require-domain",
                        true,
                        "domain is not set, and a fingerprint is not permitted (requireDomain); set DEVPAYR_DOMAIN",
                        KeyEffectsTest::domainOrFailure),
                config("base-url", "https://devpayr.example.com/", "https://devpayr.example.com/", it -> it.baseUrl()
                                .toString())
                        .withDefault("https://api.devpayr.dev/api/v1/"),
                config(
                        "base-url-file",
                        file("base-url", "https://file.example.com"),
                        "https://file.example.com/",
                        it -> it.baseUrl().toString()),
                config(
                        "allow-plain-http",
                        true,
                        "http://devpayr.example.com/",
                        it -> it.baseUrl().toString(),
                        "base-url",
                        "http://devpayr.example.com/"),
                config("connect-timeout", "1s", Duration.ofSeconds(1), DevPayrConfig::connectTimeout)
                        .withDefault(Duration.ofSeconds(5)),
                config("read-timeout", "2s", Duration.ofSeconds(2), DevPayrConfig::readTimeout)
                        .withDefault(Duration.ofSeconds(15)),
                config("call-timeout", "3s", Duration.ofSeconds(3), DevPayrConfig::callTimeout)
                        .withDefault(Duration.ofSeconds(30)),
                config("max-connections", 7, 7, DevPayrConfig::maxConnections).withDefault(1024),
                config("log", "debug", LogLevel.DEBUG, DevPayrConfig::logLevel).withDefault(LogLevel.OFF),
                config("max-response-size", "10KB", 10 * 1024, it -> it.maxResponseBytes(Operation.LICENSE_GET))
                        .withDefault(1024 * 1024),
                config(
                                "max-payload-response-size",
                                "2MB",
                                2 * 1024 * 1024,
                                it -> it.maxResponseBytes(Operation.INJECTABLE_GET))
                        .withDefault(64 * 1024 * 1024));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void keyHasItsEffect(KeyEffect effect) throws Exception {
        assertThat(effect.observe(effect.value())).isEqualTo(effect.expected());

        Object without = observationOrFailure(effect);
        if (effect.byDefault() == null) {
            assertThat(without).as("without the key").isNotEqualTo(effect.expected());
        } else {
            assertThat(without).as("without the key").isEqualTo(effect.byDefault());
        }
    }

    @ParameterizedTest
    @MethodSource("documentedDefaults")
    void defaultIsTheDocumentedOne(String key, String documented) throws Exception {
        KeyEffect effect = effects().stream()
                .filter(each -> each.key().equals(key))
                .findAny()
                .orElseThrow();
        if (key.equals(CHECK_TIMEOUT)) {
            assertThat(documented).isEqualTo("2m");
            return;
        }
        if (effect.value() instanceof Boolean value) { // without the key, the effect is the opposite one
            assertThat(documented).isEqualTo(String.valueOf(!value));
            return;
        }
        assertThat(effect.byDefault()).as("the effect of the default").isNotNull();
        if (!WORDS.contains(documented)) {
            assertThat(effect.observe(documented)).isEqualTo(effect.byDefault());
        }
    }

    @Test
    void everyDocumentedKeyHasAnEffect() throws IOException {
        List<String> documented = new ArrayList<>(documentedKeys());
        ALSO_FROM_A_FILE.forEach(key -> documented.add(key + "-file"));

        assertThat(effects()).extracting(KeyEffect::key).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void everyKeyThatIsReadIsDocumented() throws IOException {
        List<String> documented = new ArrayList<>(documentedKeys());
        ALSO_FROM_A_FILE.forEach(key -> documented.add(key + "-file"));

        try (DeploymentFixture fixture = new DeploymentFixture()) {
            fixture.remove("domain").set("infer-domain", true).set("guard.lease.store", "file");
            assertThat(domain(fixture.config())).isNotEmpty();

            documented.add(RESILIENCE + "enabled"); // the others are read by devpayr-resilience4j
            assertThat(fixture.readKeys()).containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    private static List<String> documentedKeys() throws IOException {
        return documentedRows()
                .flatMap(row -> keys(row).stream())
                .filter(key -> !key.startsWith(RESILIENCE))
                .toList();
    }

    /** Returns the keys that have a documented default, with this default. */
    static List<Arguments> documentedDefaults() throws IOException {
        List<Arguments> all = new ArrayList<>();
        documentedRows().forEach(row -> {
            List<String> keys = keys(row);
            List<String> defaults = defaults(row);
            assertThat(defaults).as("defaults of %s", keys).hasSizeLessThanOrEqualTo(keys.size());
            for (int i = 0; i < defaults.size(); i++) {
                String key = keys.get(i);
                if (!key.startsWith(RESILIENCE) && !DEFAULTS_TESTED_ELSEWHERE.contains(key)) {
                    all.add(Arguments.of(key, defaults.get(i)));
                }
            }
        });
        return all;
    }

    private static Stream<String> documentedRows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| key below `devpayr` |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2);
    }

    private static List<String> keys(String row) {
        return Pattern.compile("`([a-z.-]+)`")
                .matcher(row.split("\\|", 3)[1])
                .results()
                .map(key -> key.group(1))
                .toList();
    }

    private static List<String> defaults(String row) {
        return Stream.of(row.split("\\|", 4)[2].split(",", -1))
                .map(each -> each.replace("`", "").strip())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Object observationOrFailure(KeyEffect effect) {
        try {
            return effect.observeWithoutValue();
        } catch (Exception failure) {
            return failure;
        }
    }

    private static KeyEffect config(
            String key, Object value, Object expected, Function<DevPayrConfig, Object> setting, Object... others) {
        return KeyEffect.of(key, value, expected, fixture -> setting.apply(fixture.config()), others);
    }

    private static String secret(DevPayrConfig config) {
        return requireNonNull(config.secret()).reveal();
    }

    private static String domain(DevPayrConfig config) {
        return config.domain().value();
    }

    private static String domainOrFailure(DeploymentFixture fixture) {
        try {
            return domain(fixture.remove("domain").config());
        } catch (ConfigurationException missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
