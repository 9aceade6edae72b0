package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.LogLevel;
import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.lease.VertxLeaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the effect of every key of the verticle, from one table. A deployment with the value must behave as expected, and a
 * deployment without it must not. A documented key without a row, or one that is read and not documented, fails the test.
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
    private static final Verdict DENIED = new Verdict.Denied(DenialReason.REVOKED, null, null);

    @TempDir
    static Path folder = Path.of("set by JUnit");

    static List<KeyEffect> effects() throws IOException {
        return Stream.of(clientEffects(), ConnectionEffects.all(folder), guardEffects(), enforcementEffects())
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
                        .toString()),
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
                config("connect-timeout", "1s", Duration.ofSeconds(1), DevPayrConfig::connectTimeout),
                config("read-timeout", "2s", Duration.ofSeconds(2), DevPayrConfig::readTimeout),
                config("call-timeout", "3s", Duration.ofSeconds(3), DevPayrConfig::callTimeout),
                config("max-connections", 7, 7, DevPayrConfig::maxConnections),
                config("log", "debug", LogLevel.DEBUG, DevPayrConfig::logLevel),
                config("max-response-size", "10KB", 10 * 1024, it -> it.maxResponseBytes(Operation.LICENSE_GET)),
                config(
                        "max-payload-response-size",
                        "2MB",
                        2 * 1024 * 1024,
                        it -> it.maxResponseBytes(Operation.INJECTABLE_GET)));
    }

    private static List<KeyEffect> guardEffects() {
        Path lease = folder.resolve("lease");
        return List.of(
                KeyEffect.of(
                        "guard.enabled",
                        false,
                        true,
                        fixture -> fixture.deploy().guard() == null),
                KeyEffect.of(
                        "guard.application",
                        "acme-photos",
                        "acme-photos",
                        KeyEffectsTest::applicationOfTheLease,
                        "guard.lease.store",
                        "shared"),
                KeyEffect.of("guard.startup", "fail", "denied", KeyEffectsTest::startup, "guard.scope", "domain"),
                KeyEffect.of("guard.outage-policy", "advisory", true, fixture -> isPermitted(fixture.guard())),
                KeyEffect.of("guard.grace", "1d", "OutagePolicy.grace(PT24H)", fixture -> fixture.guard()
                        .outagePolicy()
                        .toString()),
                KeyEffect.of("guard.check-interval", "24h", true, fixture -> checksLessThanHourly(fixture.guard())),
                KeyEffect.of(
                        "guard.check-timeout",
                        "50ms",
                        "Unknown",
                        KeyEffectsTest::verdictWithoutResponse,
                        "read-timeout",
                        "5m",
                        "call-timeout",
                        "5m"),
                KeyEffect.of(
                        "guard.scope",
                        "domain",
                        "Denied",
                        fixture -> name(fixture.guard().check())),
                KeyEffect.of("guard.lease.store", "shared", 1, KeyEffectsTest::sharedLeases),
                KeyEffect.of(
                        "guard.lease.path",
                        lease.toString(),
                        true,
                        fixture -> {
                            fixture.guard().check();
                            return Files.deleteIfExists(lease);
                        },
                        "guard.lease.store",
                        "file",
                        "guard.lease.path",
                        folder.resolve("another-lease").toString()));
    }

    private static List<KeyEffect> enforcementEffects() throws IOException {
        return List.of(
                status("enforcement.mode", "page", 402, "/shop", "log"),
                status("enforcement.status", 451, 451, "/shop", "page"),
                status("enforcement.include", "/shop/**", 200, "/blog", "page"),
                status("enforcement.exclude", "/blog/**", 200, "/blog/today", "page"),
                KeyEffect.of("enforcement.max-wait", "1s", Duration.ofSeconds(1), fixture -> fixture.deploy()
                        .enforcer()
                        .maxWait()),
                KeyEffect.of(
                        "enforcement.page",
                        file("page.html", "<h1>Acme</h1>"),
                        "<h1>Acme</h1>",
                        fixture -> requireNonNull(denied(fixture, "/shop")).body(),
                        "enforcement.mode",
                        "page"),
                KeyEffect.of(
                        "enforcement.redirect",
                        "https://acme.example.com/buy",
                        "https://acme.example.com/buy",
                        fixture -> String.valueOf(requireNonNull(denied(fixture, "/shop"))
                                .headers()
                                .get("Location")),
                        "enforcement.mode",
                        "redirect"));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void keyHasItsEffect(KeyEffect effect) throws Exception {
        assertThat(observe(effect, true)).isEqualTo(effect.expected());

        assertThat(observationOrFailure(effect)).as("without the key").isNotEqualTo(effect.expected());
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

            assertThat(fixture.readKeys())
                    .filteredOn(key -> !key.startsWith(RESILIENCE))
                    .containsExactlyInAnyOrderElementsOf(documented);
        }
    }

    private static List<String> documentedKeys() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| key below `devpayr` |"))
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(row -> Pattern.compile("`([a-z.-]+)`")
                        .matcher(row.split("\\|", 3)[1])
                        .results()
                        .map(MatchResult::group))
                .map(key -> key.replace("`", ""))
                .filter(key -> !key.equals("devpayr") && !key.startsWith(RESILIENCE))
                .toList();
    }

    private static Object observationOrFailure(KeyEffect effect) {
        try {
            return observe(effect, false);
        } catch (Exception failure) {
            return failure;
        }
    }

    private static Object observe(KeyEffect effect, boolean withValue) throws Exception {
        try (DeploymentFixture fixture = new DeploymentFixture()) {
            for (int i = 0; i < effect.others().size(); i += 2) {
                fixture.set((String) effect.others().get(i), effect.others().get(i + 1));
            }
            return effect.observation().of(withValue ? fixture.set(effect.key(), effect.value()) : fixture);
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

    private static KeyEffect status(String key, Object value, int expected, String path, String mode) {
        return KeyEffect.of(
                key,
                value,
                expected,
                fixture -> {
                    EnforcementResponse response = denied(fixture, path);
                    return response == null ? 200 : response.status();
                },
                "enforcement.mode",
                mode);
    }

    /** Returns the response to a browser; null if the request may proceed. */
    private static @Nullable EnforcementResponse denied(DeploymentFixture fixture, String path) {
        Deployment deployment = fixture.deploy();
        return deployment
                .enforcer()
                .evaluate(
                        requireNonNull(deployment.guard()),
                        DENIED,
                        EnforcementRequest.of(
                                "GET", "", path, header -> header.equalsIgnoreCase("Accept") ? "text/html" : null));
    }

    private static String startup(DeploymentFixture fixture) {
        try {
            return "created " + fixture.deploy();
        } catch (LicenseDeniedException denied) {
            return "denied";
        }
    }

    private static String applicationOfTheLease(DeploymentFixture fixture) {
        fixture.guard().check();
        String leaseName = String.valueOf(fixture.vertx
                .sharedData()
                .getLocalMap(VertxLeaseStore.MAP)
                .keySet()
                .iterator()
                .next());
        return leaseName.substring(0, leaseName.lastIndexOf('-'));
    }

    private static int sharedLeases(DeploymentFixture fixture) {
        fixture.guard().check();
        return fixture.vertx.sharedData().getLocalMap(VertxLeaseStore.MAP).size();
    }

    private static boolean isPermitted(LicenseGuard guard) {
        return guard.isPermitted(guard.current());
    }

    private static boolean checksLessThanHourly(LicenseGuard guard) {
        guard.check();
        guard.start();
        return requireNonNull(guard.nextCheck()).isAfter(Instant.now().plus(Duration.ofHours(2)));
    }

    private static String verdictWithoutResponse(DeploymentFixture fixture) {
        CountDownLatch released = new CountDownLatch(1);
        fixture.platform.stubNext(
                Operation.PAYMENT_CHECK,
                StubResponse.of(200).body("{\"data\":{\"has_paid\":true}}").delayedUntil(released));
        if (!fixture.isSet("guard.check-timeout")) {
            released.countDown();
        }
        Verdict verdict = fixture.guard().check();
        released.countDown();
        return name(verdict);
    }

    private static String name(Verdict verdict) {
        return verdict.getClass().getSimpleName();
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
