package com.devpayr.resilience4j.soak;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A DevPayr that is killed and started again, slowed, and disturbed, at random but from a seed. */
final class Chaos implements AutoCloseable {
    private static final List<Operation> DISTURBED =
            List.of(Operation.PAYMENT_CHECK, Operation.LICENSE_UPDATE, Operation.LICENSE_CREATE);
    private static final List<Supplier<StubResponse>> DISTURBANCES = List.of(
            () -> StubResponse.of(500),
            () -> StubResponse.of(503).header("Retry-After", "0"),
            () -> StubResponse.of(429).header("Retry-After", "1"),
            StubResponse::hangUp,
            () -> StubResponse.hangUp().afterActing());

    private final InMemoryDevPayr fake;
    private final Random random;
    private final CountDownLatch over;
    private final Relay relay;
    private DevPayrEmulator emulator;
    private int kills;
    private int slowdowns;
    private int disturbances;

    Chaos(InMemoryDevPayr fake, long seed, CountDownLatch over) throws IOException {
        this.fake = fake;
        this.random = new Random(seed);
        this.over = over;
        this.emulator = DevPayrEmulator.start(fake);
        this.relay = Relay.to(port(emulator));
    }

    private static int port(DevPayrEmulator emulator) {
        return URI.create(emulator.baseUrl()).getPort();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + relay.port() + "/api/v1/";
    }

    /** Until it is over; all is well then. */
    void rage() throws IOException, InterruptedException {
        while (!isOverAfter(300, 2000)) {
            switch (random.nextInt(4)) {
                case 0 -> kill();
                case 1 -> slow();
                default -> disturb();
            }
        }
    }

    private boolean isOverAfter(int fromMillis, int toMillis) throws InterruptedException {
        return over.await(random.nextInt(fromMillis, toMillis), TimeUnit.MILLISECONDS);
    }

    private void kill() throws IOException, InterruptedException {
        kills++;
        relay.cut();
        emulator.close();
        isOverAfter(100, 2000);
        emulator = DevPayrEmulator.start(fake);
        relay.mend(port(emulator));
    }

    private void slow() throws InterruptedException {
        slowdowns++;
        relay.slow(random.nextInt(50, 3000));
        isOverAfter(300, 3000);
        relay.slow(0);
    }

    private void disturb() {
        disturbances++;
        Operation operation = DISTURBED.get(random.nextInt(DISTURBED.size()));
        StubResponse answer =
                DISTURBANCES.get(random.nextInt(DISTURBANCES.size())).get();
        fake.stubNext(operation, answer.times(random.nextInt(1, 10)));
    }

    @Override
    public String toString() {
        return kills + " times killed and started again, " + slowdowns + " times slowed, " + disturbances
                + " times disturbed";
    }

    @Override
    public void close() {
        relay.close();
        emulator.close();
    }
}
