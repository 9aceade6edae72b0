package com.devpayr.spring.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.GuardListener;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.webhook.LicenseEvent;
import com.devpayr.webhook.LicenseRevoked;
import com.devpayr.webhook.WebhookEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The webhook endpoint over HTTP, in an application whose license is enforced. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WebhookEndpointContract {
    private static final String SECRET = "whsec-acme-42";
    private static final String LICENSE = "{\"id\": 3, \"uuid\": \"0197a0b1-5f00-7000-8000-00000000cafe\"}";

    private final WebApplicationType type;
    private ConfigurableApplicationContext context;
    private Application application;
    private SignedDelivery devpayr;

    WebhookEndpointContract(WebApplicationType type) {
        this.type = type;
    }

    @BeforeAll
    void start() {
        context = new SpringApplicationBuilder(Application.class)
                .web(type)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "server.port=0",
                        "devpayr.transport=in-memory",
                        "devpayr.guard.lease.store=memory",
                        "devpayr.guard.startup=off",
                        "devpayr.enforcement.mode=page",
                        "devpayr.webhooks.path=/hooks/devpayr",
                        "devpayr.webhooks.secret=" + SECRET,
                        "devpayr.webhooks.max-body-size=10KB")
                .run();
        application = context.getBean(Application.class);
        devpayr = new SignedDelivery(port(), "/hooks/devpayr", SECRET);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @BeforeEach
    void clear() {
        application.events.clear();
        application.revoked.clear();
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String revoked(String id) {
        return SignedDelivery.event("license.revoked", id, LICENSE);
    }

    @Test
    void publishesATypedEvent() throws Exception {
        HttpResponse<String> response = devpayr.send(revoked("evt-typed"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(application.revoked).singleElement().satisfies(event -> assertThat(event.license())
                .isNotNull());
        assertThat(application.events).containsExactlyElementsOf(application.revoked);
    }

    @Test
    void publishesEventsOfUnknownTypes() throws Exception {
        assertThat(devpayr.send(SignedDelivery.event("license.suspended", "evt-unknown", LICENSE))
                        .statusCode())
                .isEqualTo(204);

        assertThat(application.events).singleElement().isExactlyInstanceOf(LicenseEvent.class);
        assertThat(application.revoked).isEmpty();
    }

    @Test
    void rejectsForgeries() throws Exception {
        HttpResponse<String> unsigned = devpayr.sendUnsigned(revoked("evt-forged"));
        HttpResponse<String> forged =
                new SignedDelivery(port(), "/hooks/devpayr", "another-secret").send(revoked("evt-forged"));

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.body())
                .isEqualTo("webhook delivery is not signed with the configured secret, or was modified");
        assertThat(application.events).isEmpty();
    }

    @Test
    void publishesARepeatedEventOnce() throws Exception {
        devpayr.send(revoked("evt-repeated"));

        assertThat(devpayr.send(revoked("evt-repeated")).statusCode()).isEqualTo(200);

        assertThat(application.events).hasSize(1);
    }

    @Test
    void anEventWhoseListenerFailedIsPublishedAgain() throws Exception {
        application.failNext.set(true);

        assertThat(devpayr.send(revoked("evt-failed")).statusCode()).isEqualTo(500);
        assertThat(devpayr.send(revoked("evt-failed")).statusCode()).isEqualTo(204);

        assertThat(application.events).hasSize(1);
    }

    @Test
    void rejectsLargeAndEmptyBodies() throws Exception {
        assertThat(devpayr.send("x".repeat(10 * 1024 + 1)).statusCode()).isEqualTo(413);
        assertThat(devpayr.send("").statusCode()).isEqualTo(400);
        assertThat(application.events).isEmpty();
    }

    @Test
    void respondsToALargeBodyBeforeItsEnd() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(30_000);
            String part = "POST /hooks/devpayr HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
                    + "x".repeat(10 * 1024 + 1);
            socket.getOutputStream().write(part.getBytes(US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine())
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void anEventRefreshesTheGuardAndIsAcceptedWhileTheLicenseIsDenied() throws Exception {
        FakeLicense license = context.getBean(FakeLicense.class);
        LicenseGuard guard = context.getBean(LicenseGuard.class);
        guard.refresh().join();
        assertThat(statusOf("/missing")).isEqualTo(404);
        application.verdicts.clear();

        license.revoked();
        devpayr.send(ofGuard("license.revoked", license));
        assertThat(application.verdicts.poll(30, TimeUnit.SECONDS)).isInstanceOf(Verdict.Denied.class);
        assertThat(statusOf("/missing")).isEqualTo(402);

        license.reactivated();
        assertThat(devpayr.send(ofGuard("license.reactivated", license)).statusCode())
                .isEqualTo(204);
        guard.refresh().join(); // the guard would do so 5 seconds after the last event
        assertThat(application.verdicts.poll(30, TimeUnit.SECONDS)).isInstanceOf(Verdict.Allowed.class);
        assertThat(statusOf("/missing")).isEqualTo(404);
    }

    private static String ofGuard(String type, FakeLicense license) {
        return SignedDelivery.event(
                type, type, "{\"id\": 1, \"uuid\": \"" + license.key().reveal() + "\"}");
    }

    private int statusOf(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application implements GuardListener {
        final List<WebhookEvent> events = new CopyOnWriteArrayList<>();
        final List<LicenseRevoked> revoked = new CopyOnWriteArrayList<>();
        final BlockingQueue<Verdict> verdicts = new LinkedBlockingQueue<>();
        final AtomicBoolean failNext = new AtomicBoolean();

        @EventListener
        void on(LicenseRevoked event) {
            revoked.add(event);
        }

        @EventListener
        void onAny(WebhookEvent event) {
            if (failNext.getAndSet(false)) {
                throw new IllegalStateException("the database is down");
            }
            events.add(event);
        }

        @Override
        public void verdictChanged(Verdict before, Verdict after) {
            verdicts.add(after);
        }
    }
}
