package com.devpayr.examples.billing;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.injectable.Injectable;
import com.devpayr.license.License;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A test fixture with the application, the emulator and the payment provider, each on its own port. */
final class BillingFixture implements AutoCloseable {
    static final String PASSWORD = "dashboard-canary-19";

    final InMemoryDevPayr fake = InMemoryDevPayr.create();
    final EmulatedConnection connection;
    final FakeProject product;
    final long project;
    final Path folder;
    private final String[] options;
    private @Nullable KeyDelivery delivery;
    private ConfigurableApplicationContext application;

    /**
     * Starts the application.
     *
     * @param options additional command-line properties
     */
    BillingFixture(Path folder, String... options) {
        this.folder = folder;
        this.options = options;
        this.product = fake.project("Acme Photos");
        this.project = product.id();
        this.connection = new EmulatedConnection(fake, product);
        this.application = start();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BillingApplication.class)
                .initializers(context -> register((GenericApplicationContext) context))
                .properties(Map.of(
                        "server.port",
                        0,
                        "spring.main.banner-mode",
                        "off",
                        "BILLING_PASSWORD",
                        PASSWORD,
                        "BILLING_PROJECT",
                        project,
                        "BILLING_WEBHOOK_SECRET",
                        PaymentProvider.SECRET,
                        "DEVPAYR_WEBHOOKS_SECRET",
                        DevPayrWebhooks.SECRET))
                .run(arguments());
    }

    private void register(GenericApplicationContext context) {
        context.registerBean("clock", Clock.class, fake::clock);
        context.registerBean(
                "connection", EmulatedConnection.class, () -> connection, bean -> bean.setDestroyMethodName(""));
        KeyDelivery custom = delivery;
        if (custom != null) {
            context.registerBean("delivery", KeyDelivery.class, () -> custom, bean -> bean.setPrimary(true));
        }
    }

    private String[] arguments() {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("billing")
                                        + ";LOCK_TIMEOUT=20000",
                                "--billing.outbox=" + folder.resolve("outbox")),
                        Stream.of(options))
                .toArray(String[]::new);
    }

    /** Restarts the application with the same database and, unless null, another key delivery. */
    void restart(@Nullable KeyDelivery other) {
        application.close();
        delivery = other;
        application = start();
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    PaymentProvider provider() {
        return new PaymentProvider(port(), fake.clock());
    }

    DevPayrWebhooks webhooks() {
        return new DevPayrWebhooks(port());
    }

    /** Returns a client with the vendor's API key, independent of the application. */
    DevPayr backend() {
        return fake.connect(DevPayrConfig.builder()
                .apiKey(fake.createGlobalKey().reveal())
                .domain("vendor")
                .build());
    }

    /** Returns the client of a customer's application with a license key. */
    DevPayr licensedApplication(String key, String domain) {
        return fake.connect(
                DevPayrConfig.builder().licenseKey(key).domain(domain).build());
    }

    List<License> licenses() {
        return backend().licenses().listAll(project).stream().toList();
    }

    List<Injectable> injectables() {
        return backend().injectables().listAll(project).stream().toList();
    }

    @Override
    public void close() {
        application.close();
        connection.close();
    }
}
