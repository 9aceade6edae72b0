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

/** An emulator that is stopped and restarted, slowed down and disturbed at random, from a seed. */
final class FaultInjector implements AutoCloseable {
    private static final List<Operation> DISTURBED =
            List.of(Operation.PAYMENT_CHECK, Operation.LICENSE_UPDATE, Operation.LICENSE_CREATE);
    private static final List<Supplier<StubResponse>> DISTURBANCES = List.of(
            () -> StubResponse.of(500),
            () -> StubResponse.of(503).header("Retry-After", "0"),
            () -> StubResponse.of(429).header("Retry-After", "1"),
            StubResponse::disconnect,
            () -> StubResponse.disconnect().afterProcessing());

    private final InMemoryDevPayr fake;
    private final Random random;
    private final CountDownLatch over;
    private final TcpProxy proxy;
    private DevPayrEmulator emulator;
    private int kills;
    private int slowdowns;
    private int disturbances;

    FaultInjector(InMemoryDevPayr fake, long seed, CountDownLatch over) throws IOException {
        this.fake = fake;
        this.random = new Random(seed);
        this.over = over;
        this.emulator = DevPayrEmulator.start(fake);
        this.proxy = TcpProxy.to(port(emulator));
    }

    private static int port(DevPayrEmulator emulator) {
        return URI.create(emulator.baseUrl()).getPort();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + proxy.port() + "/api/v1/";
    }

    /** Injects faults until the test is over; leaves the emulator running normally. */
    void run() throws IOException, InterruptedException {
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
        proxy.disconnect();
        emulator.close();
        isOverAfter(100, 2000);
        emulator = DevPayrEmulator.start(fake);
        proxy.connectTo(port(emulator));
    }

    private void slow() throws InterruptedException {
        slowdowns++;
        proxy.slow(random.nextInt(50, 3000));
        isOverAfter(300, 3000);
        proxy.slow(0);
    }

    private void disturb() {
        disturbances++;
        Operation operation = DISTURBED.get(random.nextInt(DISTURBED.size()));
        StubResponse response =
                DISTURBANCES.get(random.nextInt(DISTURBANCES.size())).get();
        fake.stubNext(operation, response.times(random.nextInt(1, 10)));
    }

    @Override
    public String toString() {
        return kills + " restarts, " + slowdowns + " slowdowns, " + disturbances + " injected errors";
    }

    @Override
    public void close() {
        proxy.close();
        emulator.close();
    }
}
