package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault without a response, for a test that waits for the arrival of its requests. */
final class StalledRequests implements Fault {
    private final CountDownLatch arrived;

    /** @param requests the number of requests to wait for */
    StalledRequests(int requests) {
        this.arrived = new CountDownLatch(requests);
    }

    @Override
    public void act(FaultExchange exchange) throws IOException {
        arrived.countDown();
        exchange.stall();
    }

    /** Waits until the requests have arrived. */
    void await(Duration timeout) throws InterruptedException {
        assertThat(arrived.await(timeout.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
