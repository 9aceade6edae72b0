package com.devpayr.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.testkit.fault.FaultServer;
import com.devpayr.testkit.fault.Faults;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that concurrent calls do not wake up Okio's watchdog thread, and when the timer is scheduled, expires and ends. */
@Timeout(60)
class WatchdogTimerTest {
    private static final int CALLS = 20;

    private static DevPayrConfig config(Duration readTimeout, Duration callTimeout) {
        return DevPayrConfig.builder()
                .domain("shop.example.com")
                .readTimeout(readTimeout)
                .callTimeout(callTimeout)
                .build();
    }

    @Test
    void concurrentCallsDoNotWakeUpTheWatchdog() throws IOException {
        try (FaultServer server = FaultServer.start(Faults.response(200, "", "{}"));
                OkHttpClients clients = OkHttpClients.create(config(Duration.ofSeconds(20), Duration.ofSeconds(30)))) {
            OkHttpClient during = clients.client()
                    .newBuilder()
                    .addInterceptor(chain -> {
                        call(clients, clients.client(), server.baseUrl());
                        long before = waitsOfTheWatchdog();
                        assertThat(before).as("the watchdog runs").isPositive();

                        for (int i = 0; i < CALLS; i++) {
                            call(clients, clients.client(), server.baseUrl());
                        }

                        assertThat(waitsOfTheWatchdog() - before)
                                .as("one each second, and not several in each call")
                                .isLessThan(CALLS / 2);
                        return chain.proceed(chain.request());
                    })
                    .build();

            call(clients, during, server.baseUrl());
        }
    }

    @Test
    void isScheduledByCallsWhileAnotherIsInProgressOnly() throws IOException {
        WatchdogTimer timer = new WatchdogTimer(Duration.ofMinutes(10));
        OkHttpClient client =
                new OkHttpClient.Builder().addInterceptor(timer::intercept).build();
        try (FaultServer server = FaultServer.start(Faults.response(200, "", "{}"))) {
            call(client, server.baseUrl());
            call(client, server.baseUrl());
            assertThatCode(timer::enter).as("one call at a time").doesNotThrowAnyException();
            timer.exit();

            OkHttpClient during = client.newBuilder()
                    .addInterceptor(chain -> {
                        call(client, server.baseUrl());
                        return chain.proceed(chain.request());
                    })
                    .build();
            call(during, server.baseUrl());
            assertScheduled(timer);
            timer.exit();
        }
    }

    private static void call(OkHttpClients clients, OkHttpClient client, String url) throws IOException {
        complete(clients.newCall(client, request(url), null));
    }

    private static void call(OkHttpClient client, String url) throws IOException {
        complete(client.newCall(request(url)));
    }

    private static Request request(String url) {
        return new Request.Builder().url(url).build();
    }

    private static void complete(Call call) throws IOException {
        try (Response response = call.execute()) {
            assertThat(response.body().string()).isEqualTo("{}");
        }
    }

    private static long waitsOfTheWatchdog() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("Okio Watchdog"))
                .mapToLong(ThreadInfo::getWaitedCount)
                .sum();
    }

    @Test
    void isScheduledAgainWhileItIsUsed() {
        WatchdogTimer timer = new WatchdogTimer(Duration.ofMinutes(10));
        timer.keepRunning();
        assertScheduled(timer);

        timer.timedOut();
        assertScheduled(timer);
        timer.keepRunning();
        timer.timedOut();
        assertScheduled(timer);

        timer.timedOut();
        assertThatCode(timer::enter).as("it is no longer scheduled").doesNotThrowAnyException();
        timer.exit();
        timer.keepRunning();
        assertScheduled(timer);
        timer.exit();
    }

    @Test
    void theWatchdogContinuesAfterTheTimerHasExpired() throws InterruptedException {
        WatchdogTimer timer = new WatchdogTimer(Duration.ofMillis(10));
        CountDownLatch expired = new CountDownLatch(1);
        AsyncTimeout later = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                expired.countDown();
            }
        };
        later.timeout(100, TimeUnit.MILLISECONDS);

        timer.keepRunning();
        later.enter();

        assertThat(expired.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Okio rejects a second entry. */
    private static void assertScheduled(WatchdogTimer timer) {
        assertThatThrownBy(timer::enter).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void expiresAfterHalfOfTheShorterTimeoutWithinLimits() {
        assertThat(periodOf(Duration.ofSeconds(20), Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(1));
        assertThat(periodOf(Duration.ofMillis(300), Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(150));
        assertThat(periodOf(Duration.ofSeconds(20), Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(200));
        assertThat(periodOf(Duration.ofNanos(1), Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(10));
    }

    private static Duration periodOf(Duration readTimeout, Duration callTimeout) {
        return Duration.ofNanos(new WatchdogTimer(config(readTimeout, callTimeout)).timeoutNanos());
    }
}
