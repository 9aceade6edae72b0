package com.devpayr.spring.cache;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.spi.Lease;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.Contexts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;

class CacheLeaseStoreTest {
    private static final String NAMED = "devpayr.guard.lease.cache=licenses";
    private final ConcurrentMapCache cache = new ConcurrentMapCache("licenses");
    private final LeaseStore store = new CacheLeaseStore(cache, "acme");
    private final ApplicationContextRunner application =
            Contexts.inMemory().withPropertyValues(NAMED, "devpayr.guard.lease.store=file");

    @Test
    void storesTheTextUnderItsKeyAndDeletesIt() {
        assertThat(store.load()).isNull();

        store.save(new Lease("a lease"));
        assertThat(cache.get("acme", String.class)).isEqualTo("a lease");
        assertThat(store.load()).isEqualTo(new Lease("a lease"));
        assertThat(new CacheLeaseStore(cache, "another").load()).isNull();

        store.delete();
        assertThat(store.load()).isNull();
    }

    @Test
    void compareAndSetChangesNothing() {
        Lease kept = new Lease("kept");
        store.save(kept);

        assertThat(store.compareAndSet(kept, new Lease("later"))).isFalse();
        assertThat(store.load()).isEqualTo(kept);
        store.delete();
        assertThat(store.compareAndSet(kept, new Lease("later"))).isFalse();
        assertThat(store.load()).isNull();
    }

    @Test
    void rejectsTextThatIsNotALease() {
        cache.put("acme", "x".repeat(Lease.MAX_LENGTH + 1));
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(store::load);
    }

    @Test
    void usesTheConfiguredCache() {
        ConcurrentMapCacheManager caches = new ConcurrentMapCacheManager("licenses");
        application.withBean(CacheManager.class, () -> caches).run(context -> {
            context.getBean(LicenseGuard.class).check();

            ConcurrentMapCache named = (ConcurrentMapCache) requireNonNull(caches.getCache("licenses"));
            assertThat(named.getNativeCache().keySet())
                    .singleElement()
                    .asString()
                    .matches("application-[0-9a-f]{16}");
        });
    }

    @Test
    void theMemoryStoreTakesPrecedence() {
        application
                .withPropertyValues("devpayr.guard.lease.store=memory")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(LeaseStore.class));
    }

    @Test
    void theApplicationsStoreTakesPrecedence() {
        LeaseStore own = LeaseStore.memory();
        application.withBean("own", LeaseStore.class, () -> own).run(context -> {
            context.getBean(LicenseGuard.class).check();
            assertThat(own.load()).isNotNull();
        });
    }

    @Test
    void namesAMissingCache() {
        application.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("devpayr.guard.lease.cache")
                .hasMessageContaining("@EnableCaching"));
        application
                .withBean(CacheManager.class, () -> new ConcurrentMapCacheManager("others"))
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("no such cache"));
    }
}
