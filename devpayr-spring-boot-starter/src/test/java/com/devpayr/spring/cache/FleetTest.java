package com.devpayr.spring.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Allowed.Source;
import com.devpayr.spring.DevPayrAutoConfiguration;
import com.devpayr.spring.DevPayrClientAutoConfiguration;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import com.devpayr.spring.guard.LicenseGuardCustomizer;
import com.devpayr.spring.inmemory.InMemoryAutoConfiguration;
import com.devpayr.testkit.FakeLicense;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.ManualScheduler;
import io.lettuce.core.ClientOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration;
import org.springframework.boot.cache.autoconfigure.RedisCacheManagerBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;

/** Twenty applications that share one Redis server. */
class FleetTest {
    private static final int INSTANCES = 20;

    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeLicense license = fake.project("Acme").paid().license("Pro");
    private final ManualScheduler time = new ManualScheduler(fake.clock());
    private final Random random = new Random(8);
    private final List<AnnotationConfigApplicationContext> fleet = new ArrayList<>();
    private RedisServer redis;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(RedisServer.isInstalled(), "redis-server is not installed; apt-get install redis-server");
        redis = RedisServer.start();
        for (int copy = 0; copy < INSTANCES; copy++) {
            fleet.add(copy());
        }
    }

    @AfterEach
    void stop() {
        fleet.forEach(AnnotationConfigApplicationContext::close);
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void aFleetSharesChecksAndContinuesWithoutRedis() {
        fleet.forEach(copy -> guard(copy).start());
        time.advance(Duration.ofDays(1));
        int shared = fake.requests().size();
        assertThat(shared).isBetween(24, 29);
        assertThat(fleet).extracting(FleetTest::verdict).allMatch(FleetTest::isCurrent);

        AnnotationConfigApplicationContext late = copy();
        fleet.add(late);
        assertThat(guard(late).check()).isInstanceOfSatisfying(Allowed.class, allowed -> assertThat(allowed.source())
                .isEqualTo(Source.CACHED));
        assertThat(fake.requests()).hasSize(shared);
        guard(late).start();

        redis.close();
        time.advance(Duration.ofHours(3));
        assertThat(fleet).extracting(FleetTest::verdict).allMatch(FleetTest::isCurrent);
        int alone = fake.requests().size() - shared;
        assertThat(alone).isBetween(3 * fleet.size(), 4 * fleet.size());
        System.out.printf(
                "%d instances: %d checks in a day with Redis, %d in 3 hours without%n", INSTANCES, shared, alone);
    }

    @Test
    void aDenialDeletesTheLease() {
        guard(fleet.get(0)).check();
        license.revoked();
        guard(fleet.get(1)).refresh().join();

        assertThat(guard(fleet.get(2)).check()).isInstanceOf(Verdict.Denied.class);
        assertThat(fake.requests()).hasSize(3);
    }

    private static LicenseGuard guard(AnnotationConfigApplicationContext copy) {
        return copy.getBean(LicenseGuard.class);
    }

    private static Verdict verdict(AnnotationConfigApplicationContext copy) {
        return guard(copy).current();
    }

    private static boolean isCurrent(Verdict verdict) {
        return verdict instanceof Allowed allowed && allowed.source() != Source.GRACE;
    }

    private AnnotationConfigApplicationContext copy() {
        AnnotationConfigApplicationContext copy = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "devpayr.transport=in-memory",
                        "devpayr.guard.startup=off",
                        "devpayr.guard.lease.cache=licenses",
                        "spring.cache.type=redis",
                        "spring.data.redis.port=" + redis.port())
                .applyTo(copy);
        copy.registerBean(InMemoryDevPayr.class, () -> fake);
        copy.registerBean(FakeLicense.class, () -> license);
        copy.registerBean(AsyncTaskExecutor.class, () -> new ConcurrentTaskExecutor(Runnable::run));
        copy.registerBean(
                LicenseGuardCustomizer.class,
                () -> guard ->
                        guard.clock(fake.clock()).scheduler(time).executor(time).random(random));
        copy.registerBean(
                LettuceClientOptionsBuilderCustomizer.class,
                () -> redis -> redis.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS));
        copy.register(Copy.class);
        copy.refresh();
        return copy;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableCaching
    @ImportAutoConfiguration({
        DataRedisAutoConfiguration.class,
        CacheAutoConfiguration.class,
        InMemoryAutoConfiguration.class,
        DevPayrAutoConfiguration.class,
        DevPayrClientAutoConfiguration.class,
        GuardAutoConfiguration.class
    })
    static class Copy {
        /** Executes writes synchronously: otherwise the test clock could advance by hours while one is pending. */
        @Bean
        RedisCacheManagerBuilderCustomizer waitingForWrites(RedisConnectionFactory redis) {
            return caches -> caches.cacheWriter(
                    RedisCacheWriter.create(redis, RedisCacheWriter.RedisCacheWriterConfigurer::immediateWrites));
        }
    }
}
