package com.devpayr.vertx.verticle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.error.ConfigurationException;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.Verdict;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.vertx.VertxDevPayr;
import com.devpayr.vertx.lease.VertxLeaseStore;
import com.devpayr.vertx.web.LicenseHandler;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DevPayrVerticleTest {
    private static final long JOIN_TIMEOUT_MILLIS = 10_000;

    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeProject project = platform.project("Acme").paid();
    private final FakeLicense license = project.license("Pro");
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final Vertx vertx = Vertx.vertx();
    private final DevPayrVerticle verticle = new DevPayrVerticle();

    @AfterEach
    void close() {
        vertx.close().await();
        emulator.close();
    }

    private JsonObject config(String guard) {
        String json = """
                {
                  "devpayr": {
                    "license-key": "%s",
                    "domain": "shop.example.com",
                    "base-url": "%s",
                    "read-timeout": "10s",
                    "guard": {%s},
                    "enforcement": {"mode": "page", "exclude": ["/health"]}
                  }
                }""";
        return new JsonObject(json.formatted(license.key().reveal(), emulator.baseUrl(), guard));
    }

    private void deploy(JsonObject config) {
        vertx.deployVerticle(verticle, new DeploymentOptions().setConfig(config))
                .await();
    }

    @Test
    void providesAnEnforcerForARouter() {
        license.revoked();
        DevPayrVerticle devpayr = verticle;
        DeploymentOptions options = new DeploymentOptions().setConfig(config("\"lease\": {\"store\": \"memory\"}"));
        // <deploy>
        Future<HttpServer> serving = vertx.deployVerticle(devpayr, options).compose(id -> {
            Router router = Router.router(vertx);
            router.route().handler(LicenseHandler.create(devpayr.enforcer(), devpayr.guard()));
            return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
        });
        // </deploy>
        int port = serving.await().actualPort();

        int status = vertx.createHttpClient()
                .request(HttpMethod.GET, port, "127.0.0.1", "/photos")
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .await();

        assertThat(status).isEqualTo(402);
    }

    @Test
    void providesAClientAGuardAndAnEnforcer() {
        deploy(config("\"application\": \"acme-photos\", \"lease\": {\"store\": \"shared\"}, \"startup\": \"fail\""));

        assertThat(verticle.guard().current()).isInstanceOf(Verdict.Allowed.class);
        assertThat(platform.requests()).hasSize(1);
        assertThat(vertx.sharedData().getLocalMap(VertxLeaseStore.MAP)).hasSize(1);
        assertThat(verticle.enforcer().appliesTo(get("/photos"))).isTrue();
        assertThat(verticle.enforcer().appliesTo(get("/health"))).isFalse();
        assertThat(verticle.client().runtime().listAllInjectables()).isNotNull();
    }

    private static EnforcementRequest get(String path) {
        return EnforcementRequest.of("GET", "", path, header -> null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "redirect"})
    void rejectsAModeThatRespondsToRequestsWithoutAGuard(String mode) {
        JsonObject backend = new JsonObject()
                .put("devpayr.api-key", platform.createGlobalKey().reveal())
                .put("devpayr.license-key", "")
                .put("devpayr.base-url", emulator.baseUrl())
                .put("devpayr.enforcement.redirect", "/buy")
                .put("devpayr.enforcement.mode", mode);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> deploy(backend))
                .withMessageContainingAll("devpayr.enforcement.mode is \"" + mode, "devpayr.license-key");
    }

    @Test
    void hasNoGuardWithoutALicenseKey() {
        deploy(new JsonObject()
                .put("devpayr.api-key", platform.createGlobalKey().reveal())
                .put("devpayr.base-url", emulator.baseUrl())
                .put("devpayr.domain", "billing.example.com"));

        assertThat(verticle.client().projects().get(project.id()).await().name())
                .isEqualTo("Acme");
        assertThatIllegalStateException()
                .isThrownBy(verticle::guard)
                .withMessageContaining("configure devpayr.license-key");
    }

    @Test
    void readsAKeyFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), license.key().reveal());
        JsonObject config = config("\"lease\": {\"store\": \"memory\"}, \"startup\": \"fail\"");
        config.getJsonObject("devpayr").remove("license-key");
        config.getJsonObject("devpayr").put("license-key-file", file.toString());

        deploy(config);

        assertThat(verticle.guard().current()).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void startupFailFailsTheDeploymentIfDenied() {
        license.revoked();
        JsonObject config = config("\"lease\": {\"store\": \"memory\"}, \"startup\": \"fail\"");

        assertThatExceptionOfType(LicenseDeniedException.class)
                .isThrownBy(() -> deploy(config))
                .withMessageContaining("revoked");
        assertThat(threads()).allMatch(DevPayrVerticleTest::ends);
    }

    @Test
    void doesNotWaitForDevPayrByDefault() {
        emulator.close();

        deploy(config("\"lease\": {\"store\": \"memory\"}, \"outage-policy\": \"fail-closed\""));

        EnforcementResponse response =
                verticle.enforcer().evaluate(verticle.guard(), verticle.guard().current(), get("/photos"));
        assertThat(response).isNotNull().extracting(EnforcementResponse::status).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guard.check-interval | soon  | devpayr.guard.check-interval is \"soon\"; it must be a duration such as",
                "guard.outage-policy | hope     | must be one of grace, fail-closed, advisory",
                "guard.startup     | perhaps  | must be one of off, warn, fail",
                "guard.lease.store | cloud    | must be one of file, memory, shared",
                "call-timeout      | 5 years  | devpayr.call-timeout is \"5 years\"",
                "max-connections   | many     | devpayr.max-connections is \"many\"; it must be a whole number",
                "max-response-size   | 4GB      | devpayr.max-response-size is \"4GB\"",
                "enforcement.mode  | rude     | must be one of off, log, page, redirect",
                "enforcement.page  | /no/page | devpayr.enforcement.page refers to /no/page, which cannot be read",
                "enforcement.max-wait | soon | devpayr.enforcement.max-wait is \"soon\"; it must be a duration such as",
                "infer-domain      | yes      | must be one of false, true",
                "require-domain    | yes      | must be one of false, true",
                "proxy.port        | many     | devpayr.proxy.port is \"many\"; it must be a whole number",
                "proxy.port        | 8080     | devpayr.proxy.host is missing, but devpayr.proxy.port is set",
                "proxy.no-proxy    | .example.com | devpayr.proxy.host is missing, but devpayr.proxy.no-proxy is set",
                "proxy.password-file | /no/file | devpayr.proxy.host is missing, but devpayr.proxy.password-file is set",
                "ssl.key-store-password | topsecret | devpayr.ssl.key-store is missing, but its password is set",
                "ssl.trust-store-password | topsecret | devpayr.ssl.trust-store is missing, but its password is set",
            })
    void namesAnInvalidSetting(String name, String value, String message) {
        JsonObject config = config("").put("devpayr." + name, value);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> deploy(config))
                .withMessageContaining(message);
        assertThatIllegalStateException().isThrownBy(verticle::client).withMessageContaining("not deployed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devpayr.resilience.deadline | {\"devpayr.resilience.deadline\": \"5s\"}",
                "devpayr.resilience.retry.max-attempts | {\"devpayr\": {\"resilience\": {\"retry\": {\"max-attempts\": 5}}}}",
                "devpayr.resilience.bulkhead.enabled | {\"devpayr\": {\"resilience.bulkhead\": {\"enabled\": false}}}",
                "devpayr.resilience.enabled | {\"devpayr.resilience.enabled\": true}",
            })
    void rejectsKeysOfResilienceWithoutItsModule(String key, String json) {
        JsonObject config = config("").mergeIn(new JsonObject(json), true);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> deploy(config))
                .withMessageContaining(key + " is set, but devpayr-resilience4j is not on the class path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null"})
    void needsNoModuleIfResilienceIsDisabledOrNotConfigured(String enabled) {
        JsonObject config = config("\"lease\": {\"store\": \"memory\"}, \"startup\": \"fail\"")
                .mergeIn(new JsonObject("{\"devpayr.resilience.enabled\": " + enabled + "}"));

        deploy(config);

        assertThat(verticle.guard().current()).isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThreadingModel.class,
            names = {"EVENT_LOOP", "WORKER"})
    void undeployRemovesThreadsAndGauges(ThreadingModel threading) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        DeploymentOptions options = new DeploymentOptions()
                .setConfig(config("\"lease\": {\"store\": \"memory\"}, \"startup\": \"fail\""))
                .setThreadingModel(threading);
        String id = vertx.deployVerticle(verticle, options).await();
        List<Thread> threads = threads();
        assertThat(threads).isNotEmpty();
        double permitted = registry.get("devpayr.license.permitted").gauge().value();
        long calls = registry.get("devpayr.client.requests")
                .tags("operation", "payment.check", "outcome", "success", "status", "2xx")
                .timer()
                .count();

        vertx.undeploy(id).await();
        Metrics.removeRegistry(registry);

        assertThat(permitted).isEqualTo(1);
        assertThat(calls).isEqualTo(1);
        assertThat(registry.find("devpayr.license.permitted").gauge()).isNull();
        assertThat(registry.find("devpayr.license.verdict").gauges()).isEmpty();
        assertThat(threads).allMatch(DevPayrVerticleTest::ends);
        assertThat(threads()).isEmpty();
    }

    @Test
    void undeployClosesTheClient() {
        String id = vertx.deployVerticle(verticle, new DeploymentOptions().setConfig(config("\"startup\": \"off\"")))
                .await();
        VertxDevPayr client = verticle.client();

        vertx.undeploy(id).await();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        client.runtime().checkPayment(PaymentQuery.ofProject()).await())
                .withMessageContaining("this DevPayr client is closed");
        assertThat(platform.requests()).isEmpty();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> Stream.of("devpayr-guard", "devpayr-vertx").anyMatch(thread.getName()::startsWith))
                .toList();
    }

    /** Returns whether the thread ends, which the undeployment need not wait for. */
    private static boolean ends(Thread thread) {
        try {
            thread.join(JOIN_TIMEOUT_MILLIS);
            return !thread.isAlive();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
