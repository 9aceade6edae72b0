package com.devpayr.testkit.contract;

import com.devpayr.testkit.fault.Fault;
import com.devpayr.testkit.fault.FaultExchange;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A response with a license, sent when a number of requests have arrived, so that each of them needs a connection. */
final class ConcurrentRequests implements Fault {
    private static final long TIMEOUT_SECONDS = 20;

    private final CyclicBarrier arrived;

    /** @param requests the number of requests that have to arrive */
    ConcurrentRequests(int requests) {
        this.arrived = new CyclicBarrier(requests);
    }

    @Override
    public void act(FaultExchange exchange) throws IOException, InterruptedException {
        response().act(exchange);
    }

    private Fault response() throws InterruptedException {
        try {
            arrived.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return Faults.response(200, "", "{\"data\":{\"id\":12,\"uuid\":\"a-license-key\"}}");
        } catch (BrokenBarrierException | TimeoutException failure) {
            return Faults.response(503, "", "{\"message\":\"fewer concurrent requests than calls\"}");
        }
    }
}
