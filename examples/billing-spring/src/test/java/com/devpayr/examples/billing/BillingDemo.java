package com.devpayr.examples.billing;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Runs the application with the emulator and some events, to try the dashboard. */
public final class BillingDemo {
    private BillingDemo() {}

    /** Starts the demo. The optional argument is the port, 8080 by default. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String port = arguments.length == 0 ? "8080" : arguments[0];
        @SuppressWarnings("resource") // ends with the process
        BillingFixture fixture = new BillingFixture(Files.createTempDirectory("billing-demo"), "--server.port=" + port);
        fixture.fake.clock().follow(Clock.systemUTC());
        deliverEvents(fixture);
        System.out.printf(
                "%nDashboard: http://127.0.0.1:%d/, user shop, password %s%nLicense keys: %s%nPress Ctrl+C to stop.%n",
                fixture.port(), BillingFixture.PASSWORD, fixture.folder.resolve("outbox"));
    }

    private static void deliverEvents(BillingFixture fixture) throws IOException, InterruptedException {
        PaymentProvider provider = fixture.provider();
        Instant past = Instant.now().minus(Duration.ofHours(5));
        provider.deliver(
                PaymentProvider.event("evt-1", "payment.succeeded", past, "A-17", "Jane Doe", "jane.example.com"));
        provider.deliver(PaymentProvider.event(
                "evt-2",
                "payment.succeeded",
                past.plusSeconds(600),
                "A-18",
                "Müller & Söhne <Fotografie>",
                "bilder.mueller-und-soehne-fotografie.example"));
        provider.deliver(PaymentProvider.event(
                "evt-3", "charge.disputed", past.plusSeconds(7200), "A-17", "Jane Doe", "jane.example.com"));
        provider.deliver(PaymentProvider.event(
                "evt-4", "payment.succeeded", past.plusSeconds(8000), "A-19", "Joe Bloggs", "joe.example.com"));
        provider.deliver(PaymentProvider.event(
                "evt-5", "charge.disputed", past.plusSeconds(9000), "A-19", "Joe Bloggs", "joe.example.com"));
        provider.deliver(PaymentProvider.event(
                "evt-6", "charge.settled", past.plusSeconds(9900), "A-19", "Joe Bloggs", "joe.example.com"));
        fixture.fake.stubNext(Operation.LICENSE_CREATE, StubResponse.of(503).header("Retry-After", "30"));
        provider.deliver(PaymentProvider.event(
                "evt-7", "payment.succeeded", past.plusSeconds(15000), "A-20", "Ada Lovelace", "ada.example.com"));
    }
}
