package com.devpayr.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.internal.webhook.QueuedWebhook;
import com.devpayr.testkit.model.SignedWebhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the webhooks that the fake sends. */
class WebhookTest {
    private static final Secret SECRET = Secret.of("a webhook secret");
    private static final String URL = "https://acme.example/hook";

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final List<SignedWebhook> received = new ArrayList<>();

    private FakeProject acme() {
        fake.onWebhook(received::add);
        FakeProject acme = fake.project("Acme").webhook(URL, SECRET);
        received.clear(); // the change of the URL is an event
        return acme;
    }

    private List<String> events() {
        List<String> events = received.stream().map(SignedWebhook::event).toList();
        received.clear();
        return events;
    }

    private DevPayr backend() {
        return fake.connect(DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain("ci.example.com")
                .build());
    }

    @Test
    void everyChangeOfALicenseIsAnEvent() {
        FakeProject acme = acme();
        DevPayr backend = backend();

        FakeLicense pro = acme.license("Pro");
        assertThat(events()).containsExactly("license.created");
        backend.licenses()
                .update(
                        acme.id(),
                        pro.id(),
                        LicenseUpdate.builder().maxDomains(1).build());
        assertThat(events()).containsExactly("license.updated");
        backend.licenses().revoke(acme.id(), pro.id());
        assertThat(events()).containsExactly("license.revoked");
        pro.reactivated();
        assertThat(events()).containsExactly("license.reactivated");
        pro.expiresAt(fake.clock().instant().plus(Duration.ofDays(1)));
        assertThat(events()).containsExactly("license.updated");
        fake.clock().advance(Duration.ofDays(2));
        fake.sendDueWebhooks();
        fake.sendDueWebhooks();
        assertThat(events()).containsExactly("license.expired");
        backend.licenses().delete(acme.id(), pro.id());
        assertThat(events()).containsExactly("license.deleted");
    }

    @Test
    void aChangeOfTheExpiryDateCanBeAnExpiry() {
        FakeLicense pro = acme().license("Pro");
        Instant now = fake.clock().instant();
        assertThat(events()).containsExactly("license.created");

        pro.expiresAt(now.minus(Duration.ofDays(1)));
        assertThat(events()).containsExactly("license.updated", "license.expired");
        pro.expiresAt(now.minus(Duration.ofDays(2)));
        assertThat(events()).as("still expired").containsExactly("license.updated");
        pro.expiresAt(now.plus(Duration.ofDays(1)));
        pro.expiresAt(now.minus(Duration.ofDays(1)));
        assertThat(events()).as("again").containsExactly("license.updated", "license.updated", "license.expired");
    }

    @Test
    void everyChangeOfAProjectIsAnEvent() {
        FakeProject acme = acme();
        DevPayr backend = backend();

        backend.projects()
                .update(acme.id(), ProjectUpdate.builder().description("x").build());
        acme.paid().unpaid().locked().unlocked();
        backend.projects().delete(acme.id());
        assertThat(events())
                .containsExactly(
                        "project.updated",
                        "project.paid",
                        "project.unpaid",
                        "project.locked",
                        "project.updated",
                        "project.deleted");
        backend.projects().create(ProjectDraft.builder("New").webhookUrl(URL).build());
        assertThat(events()).containsExactly("project.created");
    }

    @Test
    void everyChangeOfADomainIsAnEvent() {
        FakeProject acme = acme();
        FakeDomain first = acme.domain("a.example.com");
        backendPrimary(acme, first);
        FakeDomain second = acme.domain("b.example.com");
        assertThat(events()).containsExactly("domain.created", "domain.updated", "domain.created");

        backendPrimary(acme, second);
        assertThat(events()).as("the demoted domain too").containsExactly("domain.updated", "domain.updated");
        backend().domains().delete(acme.id(), second.id());
        assertThat(events()).containsExactly("domain.deleted");
    }

    private void backendPrimary(FakeProject project, FakeDomain domain) {
        backend()
                .domains()
                .update(
                        project.id(),
                        domain.id(),
                        DomainUpdate.builder().isPrimary(true).build());
    }

    @Test
    void aChangeThatChangesNothingIsNoEvent() {
        FakeProject acme = acme();
        FakeLicense pro = acme.license("Pro");
        FakeDomain primary = acme.domain("a.example.com");
        backendPrimary(acme, primary);
        events();

        acme.unpaid();
        pro.reactivated();
        backend()
                .projects()
                .update(acme.id(), ProjectUpdate.builder().name("Acme").build());
        backendPrimary(acme, primary);
        fake.restore(fake.snapshot());
        fake.sendDueWebhooks();

        assertThat(events()).isEmpty();
    }

    @Test
    void restoreRemovesTheWebhooks() {
        acme().license("Pro");
        assertThat(fake.platform().webhooks().latestFirst()).isNotEmpty();

        fake.restore(fake.snapshot());

        assertThat(fake.platform().webhooks().latestFirst()).isEmpty();
    }

    @Test
    void theProjectComesBeforeTheAccountAndWithoutUrlNothingIsSent() {
        fake.onWebhook(received::add);
        fake.project("Silent").license("x");
        assertThat(events()).isEmpty();

        fake.account("Default").webhook("https://account.example/hook", Secret.of("the account's secret"));
        fake.project("Account's").license("x");
        fake.project("Own").webhook(URL, SECRET).license("x");

        assertThat(fake.platform().webhooks().latestFirst())
                .extracting(QueuedWebhook::event, QueuedWebhook::url, QueuedWebhook::secret)
                .contains(
                        tuple("license.created", URL, SECRET.reveal()),
                        tuple("license.created", "https://account.example/hook", "the account's secret"));
    }

    @Test
    void aSecretThatIsSetThroughTheApiIsUsed() {
        FakeProject acme = acme();

        backend()
                .projects()
                .update(
                        acme.id(),
                        ProjectUpdate.builder()
                                .webhookSecret(Secret.of("another secret"))
                                .build());
        acme.license("Pro");

        assertThat(fake.platform().webhooks().latestFirst().get(0).secret()).isEqualTo("another secret");
    }

    @Test
    void isSignedAsTheContractSays() throws Exception {
        acme().license("Pro");

        SignedWebhook webhook = received.get(0);
        Map<String, String> headers = webhook.headers();
        String body = new String(webhook.body(), UTF_8);
        String signedText = headers.get("X-Devpayr-Timestamp") + "." + body;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.reveal().getBytes(UTF_8), "HmacSHA256"));
        assertThat(headers)
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Devpayr-Event", "license.created")
                .containsEntry(
                        "X-Devpayr-Signature", HexFormat.of().formatHex(mac.doFinal(signedText.getBytes(UTF_8))));
        assertThat(Long.parseLong(headers.getOrDefault("X-Devpayr-Timestamp", "0")))
                .isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(body)
                .startsWith("{\"event\":\"license.created\",\"id\":\"" + headers.get("X-Devpayr-Delivery")
                        + "\",\"created_at\":\"")
                .contains("\"data\":{\"id\":1,\"uuid\":\"")
                .doesNotContain(SECRET.reveal());
        assertThat(webhook.toString()).doesNotContain("uuid");
    }

    @Test
    void createsAWebhookForATestOfAReceiver() {
        SignedWebhook webhook =
                SignedWebhook.create("license.revoked", "{\"id\":7}", SECRET, Instant.parse("2030-01-02T03:04:05Z"));

        assertThat(webhook.event()).isEqualTo("license.revoked");
        assertThat(webhook.headers())
                .containsEntry("X-Devpayr-Timestamp", "1893553445")
                .containsKey("X-Devpayr-Signature");
        assertThat(new String(webhook.body(), UTF_8))
                .isEqualTo("{\"event\":\"license.revoked\",\"id\":\""
                        + webhook.headers().get("X-Devpayr-Delivery")
                        + "\",\"created_at\":\"2030-01-02T03:04:05Z\",\"data\":{\"id\":7}}");
    }

    @Test
    void aFailureOfTheConsumerReachesTheTestAndIsRepeatedLater() {
        FakeProject acme = acme();
        fake.onWebhook(webhook -> {
            throw new IllegalStateException("not today");
        });

        assertThatIllegalStateException().isThrownBy(() -> acme.license("Pro")).withMessage("not today");
        fake.onWebhook(received::add);
        fake.sendDueWebhooks();
        assertThat(events()).isEmpty();
        fake.clock().advance(Duration.ofMinutes(1));
        fake.sendDueWebhooks();
        assertThat(events()).containsExactly("license.created");
        fake.clock().advance(Duration.ofDays(1));
        fake.sendDueWebhooks();
        assertThat(events()).isEmpty();
    }

    @Test
    @Timeout(60)
    void attemptsBackOffUntilTheReceiverAccepts() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.status = 500;
            FakeProject acme = fake.project("Acme").webhook(receiver.url(), SECRET);
            String id = receiver.take();
            for (int minutes : new int[] {1, 5, 30, 120, 720}) {
                await(() -> latest().nextAttemptAt() != null);
                fake.clock().advance(Duration.ofMinutes(minutes).minusSeconds(1));
                fake.sendDueWebhooks();
                assertThat(receiver.ids).isEmpty();
                fake.clock().advance(Duration.ofSeconds(1));
                fake.sendDueWebhooks();
                assertThat(receiver.take()).isEqualTo(id);
            }
            await(() -> latest().attempts().size() == 6);
            assertThat(latest().nextAttemptAt()).isNull();
            assertThat(latest().isDelivered()).isFalse();

            receiver.status = 204;
            assertThat(fake.platform().webhooks().resend(id)).isTrue();
            assertThat(receiver.take()).isEqualTo(id);
            await(() -> latest().isDelivered());
            assertThat(latest().url()).isEqualTo(receiver.url());
            assertThat(acme.id()).isEqualTo(1);
        }
    }

    private QueuedWebhook latest() {
        return fake.platform().webhooks().latestFirst().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.internal/x, the host hooks.internal are not allowed",
        "https://localhost.evil.example/x, the host localhost.evil.example are not allowed",
        "http://127.0.0.1.evil.example/x, the host 127.0.0.1.evil.example are not allowed",
        "http://user@evil.example/x, the host evil.example are not allowed"
    })
    void otherMachinesGetNothingUnlessAllowed(String url, String problem) {
        fake.project("Acme").webhook(url, SECRET);

        assertThat(latest().attempts()).singleElement().satisfies(attempt -> assertThat(attempt.failure())
                .contains(problem));
    }

    @Test
    @Timeout(60)
    void anAllowedHostIsCalled() throws Exception {
        try (Receiver receiver = new Receiver()) {
            receiver.status = 200;
            String url =
                    receiver.url().replace("127.0.0.1", "0.0.0.0"); // this machine by a name that is not a loopback one
            fake.project("Acme").webhook(url, SECRET);
            assertThat(latest().attempts().get(0).failure()).contains("not allowed");

            fake.allowWebhooksTo("0.0.0.0");
            fake.project("Other").webhook(url, SECRET);

            assertThat(receiver.take()).isEqualTo(latest().id());
        }
    }

    @Test
    void oldDeliveriesAreDropped() {
        FakeProject acme = acme();
        for (int i = 0; i < 600; i++) {
            acme.license("L" + i);
        }

        assertThat(fake.platform().webhooks().latestFirst()).hasSize(500);
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start)
                    .as("nanoseconds without the expected state of the delivery")
                    .isLessThan(TimeUnit.SECONDS.toNanos(30));
            Thread.onSpinWait();
        }
    }

    /** An HTTP server that notes the ids of the webhooks. */
    private static final class Receiver implements AutoCloseable {
        private final BlockingQueue<String> ids = new ArrayBlockingQueue<>(100);
        private final HttpServer server;
        private volatile int status;

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", exchange -> {
                exchange.getRequestBody().readAllBytes();
                ids.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Devpayr-Delivery")));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }

        String take() throws InterruptedException {
            return String.valueOf(ids.poll(30, TimeUnit.SECONDS));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
