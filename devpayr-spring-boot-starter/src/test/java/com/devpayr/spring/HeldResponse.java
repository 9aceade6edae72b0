package com.devpayr.spring;

import com.devpayr.testkit.model.StubResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** DevPayr says that everything is paid, when the test lets it. */
public final class HeldResponse {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** What the fake is to answer. */
    public StubResponse stub() {
        return StubResponse.of(200).body(() -> {
            asked.countDown();
            await(released);
            return new ByteArrayInputStream(
                    "{\"status\":\"success\",\"data\":{\"has_paid\":true}}".getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Waits until the answer is being read. */
    public void awaitRequest() {
        await(asked);
    }

    /** Lets the answer go. */
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
