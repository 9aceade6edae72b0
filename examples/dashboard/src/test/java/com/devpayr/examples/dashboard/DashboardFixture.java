package com.devpayr.examples.dashboard;

import com.devpayr.secret.ApiKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.webhook.WebhookEvent;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A test fixture with the application and the emulator, each on its own port. The emulator caches reads as DevPayr does. */
final class DashboardFixture implements AutoCloseable {
    static final String USER = "ada";
    static final String PASSWORD = "dashboard-canary-5d1e";
    static final String WEBHOOK_SECRET = "whsec-canary-77f0";

    final InMemoryDevPayr fake;
    final ApiKey apiKey;
    private final ConfigurableApplicationContext application;
    private DevPayrEmulator emulator;

    /**
     * Starts the application with a global API key.
     *
     * @param options additional command-line properties
     */
    DashboardFixture(String... options) {
        this(InMemoryDevPayr.create(), options);
    }

    /** Starts the application with a platform that has data. */
    DashboardFixture(InMemoryDevPayr fake, String... options) {
        this.fake = fake;
        this.apiKey = fake.createGlobalKey();
        fake.cacheReads(true);
        this.emulator = DevPayrEmulator.start(fake);
        this.application = new SpringApplicationBuilder(DashboardApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, fake::clock))
                .properties(Map.of(
                        "spring.main.banner-mode",
                        "off",
                        "devpayr.base-url",
                        emulator.baseUrl(),
                        "devpayr.api-key",
                        apiKey.reveal(),
                        "DEVPAYR_WEBHOOKS_SECRET",
                        WEBHOOK_SECRET,
                        "dashboard.users." + USER,
                        PASSWORD,
                        "server.port",
                        0))
                .run(arguments(options));
    }

    private static String[] arguments(String... options) {
        String[] arguments = new String[options.length + 1];
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[0] = "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return arguments;
    }

    /** Adds a paid project that sends webhooks to the application. */
    FakeProject project(String name) {
        return fake.project(name).paid().webhook(url("/webhooks/devpayr"), Secret.of(WEBHOOK_SECRET));
    }

    String url(String path) {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path;
    }

    /** Returns the address of the emulator's console, in which data can be changed. */
    String consoleUrl() {
        return URI.create(emulator.baseUrl()).resolve("/").toString();
    }

    /** Returns an HTTP client that is not logged in. */
    DashboardClient client() {
        return new DashboardClient(URI.create(url("/")));
    }

    /** Passes an event to the listeners as a webhook does, and waits for those that are synchronous. */
    void publish(WebhookEvent event) {
        application.publishEvent(event);
    }

    void disconnect() {
        emulator.close();
    }

    void reconnect() {
        emulator = DevPayrEmulator.start(
                fake,
                URI.create(application.getEnvironment().getRequiredProperty("devpayr.base-url"))
                        .getPort());
    }

    @Override
    public void close() {
        application.close();
        emulator.close();
    }
}
