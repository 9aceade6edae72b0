package com.devpayr.spring;

import com.devpayr.testkit.model.StubResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A stubbed payment status that is not delivered until the test releases it. */
public final class HeldResponse {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Returns the response for the fake. */
    public StubResponse stub() {
        return StubResponse.of(200).body(() -> {
            requested.countDown();
            await(released);
            return new ByteArrayInputStream(
                    "{\"status\":\"success\",\"data\":{\"has_paid\":true}}".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Waits until the response is being read. */
    public void awaitRequest() {
        await(requested);
    }

    /** Releases the response. */
    public void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
