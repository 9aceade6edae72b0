package com.devpayr.spring.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "devpayr.guard.startup=off")
@AutoConfigureDevPayrFake
class FakeResetTest {
    private static @Nullable Instant start;

    @Autowired
    private InMemoryDevPayr fake;

    @Autowired
    private FakeProject project;

    @Autowired
    private FakeLicense license;

    @Autowired
    private LicenseGuard guard;

    /** Each repetition leaves behind what the next one must not see. */
    @RepeatedTest(3)
    void eachTestSeesTheInitialState() {
        start = start == null ? fake.clock().instant() : start;
        assertThat(fake.requests()).isEmpty();
        assertThat(fake.clock().instant()).isEqualTo(start);
        assertThat(guard.check()).isInstanceOf(Verdict.Allowed.class);
        assertThat(fake.snapshot().json()).doesNotContain("Left behind");

        project.license("Left behind");
        license.revoked();
        guard.refresh().join();
        assertThat(guard.current()).isInstanceOf(Verdict.Denied.class);
        fake.clock().advance(Duration.ofDays(400));
        fake.setRateLimit(1, Duration.ofDays(1));
        fake.simulateCallerLocation("203.0.113.7", "KP");
        fake.stubNext(Operation.PAYMENT_CHECK, StubResponse.of(500).times(9));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}
}
