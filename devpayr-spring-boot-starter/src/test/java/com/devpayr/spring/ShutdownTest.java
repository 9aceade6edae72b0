package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.operation.Operation;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.InMemoryDevPayr;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shutdown of a web application while a request waits for DevPayr. */
class ShutdownTest {
    @ParameterizedTest
    @ValueSource(strings = {"feign", "retrofit", "vertx"})
    void finishesCallsInFlightAndLeavesNoThread(String transport) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        InMemoryDevPayr fake = InMemoryDevPayr.create();
        HeldResponse held = new HeldResponse();
        HttpClient browser = HttpClient.newHttpClient();
        try (DevPayrEmulator emulator = DevPayrEmulator.start(fake)) {
            ConfigurableApplicationContext application = start(transport, fake, emulator);
            LicenseGuard guard = application.getBean(LicenseGuard.class);
            guard.refresh().join();
            fake.stubNext(Operation.PAYMENT_CHECK, held.stub());

            CompletableFuture<HttpResponse<String>> page =
                    browser.sendAsync(paid(application), BodyHandlers.ofString());
            held.awaitRequest();
            CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
            Thread closing = new Thread(() -> {
                application.close();
                closed.complete(null);
            });
            closing.start();
            awaitWaitForRequests(closing);
            held.release();

            assertThat(page.get(10, TimeUnit.SECONDS).body()).isEqualTo("paid: true");
            closed.get(20, TimeUnit.SECONDS);
            assertThat(guard.nextCheck()).isNull();
        }
        assertThat(left(before)).isEmpty();
    }

    private static ConfigurableApplicationContext start(
            String transport, InMemoryDevPayr fake, DevPayrEmulator emulator) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "server.port=0",
                        "devpayr.transport=" + transport,
                        "devpayr.base-url=" + emulator.baseUrl(),
                        "devpayr.domain=localhost",
                        "devpayr.guard.lease.store=memory",
                        "devpayr.license-key="
                                + fake.project("Acme")
                                        .paid()
                                        .license("Pro")
                                        .key()
                                        .reveal())
                .run();
    }

    /**
     * Waits until the thread that closes the application waits for the requests in progress. Whatever would abort their calls
     * has happened by then.
     */
    private static void awaitWaitForRequests(Thread closing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!isWaitingForLifecycles(closing)) {
            assertThat(closing.isAlive())
                    .as("the application waits for the request")
                    .isTrue();
            assertThat(System.nanoTime() - end).as("time left").isNegative();
            Thread.onSpinWait();
        }
    }

    /** Returns whether a thread waits in the lifecycle processor itself rather than in a component that it stops. */
    private static boolean isWaitingForLifecycles(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING
                && Stream.of(thread.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                        .findFirst()
                        .filter(name -> name.startsWith(DefaultLifecycleProcessor.class.getName()))
                        .isPresent();
    }

    private static HttpRequest paid(ConfigurableApplicationContext application) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/paid"))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    /** Returns non-daemon threads and threads of the library that do not end. */
    private static Set<Thread> left(Set<Thread> before) throws InterruptedException {
        Set<Thread> suspects = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("devpayr"))
                .collect(Collectors.toSet());
        for (Thread thread : suspects) {
            thread.join(Duration.ofSeconds(5).toMillis());
        }
        suspects.removeIf(thread -> !thread.isAlive());
        return suspects;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        Shop shop(DevPayr devpayr) {
            return new Shop(devpayr);
        }
    }

    @RestController
    static class Shop {
        private final DevPayr devpayr;

        Shop(DevPayr devpayr) {
            this.devpayr = devpayr;
        }

        @GetMapping("/paid")
        String paid() {
            return "paid: "
                    + devpayr.runtime().checkPayment(PaymentQuery.ofProject()).hasPaid();
        }
    }
}
