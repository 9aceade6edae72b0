package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.fault.TestAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of the verticle that exclude or require each other, and those that have an effect together. */
@Timeout(60)
class KeyCombinationsTest {
    private final DeploymentFixture fixture = new DeploymentFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ssl.key-store ssl.certificate ssl.private-key, devpayr.ssl.key-store and devpayr.ssl.certificate are both set",
        "ssl.trust-store ssl.trust-certificate, devpayr.ssl.trust-store and devpayr.ssl.trust-certificate are both set",
        "ssl.certificate, devpayr.ssl.private-key is missing; set both the certificate and its private key",
        "ssl.private-key, devpayr.ssl.certificate is missing; set both the certificate and its private key",
        "ssl.key-store-password, 'devpayr.ssl.key-store is missing, but its password is set'",
        "ssl.trust-store-password, 'devpayr.ssl.trust-store is missing, but its password is set'",
    })
    void rejectsTlsKeysThatExcludeOrRequireEachOther(String keys, String message) {
        for (String key : keys.split(" ", -1)) {
            fixture.set(key, "a-value");
        }

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(fixture::deploy)
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"ssl.key-store", "ssl.trust-store"})
    void oneStoreIsEnoughForTls(String key, @TempDir Path folder) throws IOException, GeneralSecurityException {
        TestAuthority authority = TestAuthority.create();
        KeyStore store = key.equals("ssl.key-store") ? authority.keyStore("client") : authority.trustStore();
        Path file = folder.resolve("store.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, TestAuthority.PASSWORD.toCharArray());
        }

        fixture.set("base-url", "https://api.example.com/")
                .set(key, file.toString())
                .set(key + "-password", TestAuthority.PASSWORD);

        assertThat(fixture.config().sslContext()).isNotNull();
    }

    @Test
    void aSharedLeaseInAClusterRequiresADomainThatAllMachinesHave() {
        Vertx clustered = (Vertx) Proxy.newProxyInstance(
                Vertx.class.getClassLoader(),
                fixture.vertx.getClass().getInterfaces(),
                (proxy, method, arguments) ->
                        method.getName().equals("isClustered") ? true : method.invoke(fixture.vertx, arguments));
        JsonObject config =
                new JsonObject().put("devpayr.license-key", "a-license-key").put("devpayr.guard.lease.store", "shared");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Deployment.create(clustered, config))
                .withMessageContainingAll("devpayr.domain is not set", "devpayr.guard.lease.store");
    }

    @Test
    void enforcementLogsRequestsOfADeniedApplicationOnceAMinute() {
        fixture.set("enforcement.mode", "log").set("license-key", "an-unknown-license-key");
        Deployment deployment = fixture.deploy();
        LicenseGuard guard = requireNonNull(deployment.guard());
        Verdict denied = guard.refresh().join();
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                warnings.add(line.getLevel() + " " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(LicenseGuard.class.getName());
        logger.addHandler(handler);
        try {
            for (int i = 0; i < 2; i++) {
                assertThat(deployment
                                .enforcer()
                                .evaluate(guard, denied, EnforcementRequest.of("GET", "", "/photos", name -> null)))
                        .isNull();
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(warnings).singleElement().isEqualTo("WARNING " + guard.messageFor(denied));
    }
}
