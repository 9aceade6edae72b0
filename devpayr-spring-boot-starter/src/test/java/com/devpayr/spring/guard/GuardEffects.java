package com.devpayr.spring.guard;

import static java.util.Objects.requireNonNull;

import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.operation.Operation;
import com.devpayr.spi.LeaseStore;
import com.devpayr.spring.HeldResponse;
import com.devpayr.spring.PropertyEffect;
import com.devpayr.testkit.InMemoryDevPayr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.cache.CacheManager;

/** The effects of the properties of the license guard. */
public final class GuardEffects {
    private static final String CHECK_TIMEOUT = "devpayr.guard.check-timeout";
    private static final String FILE_STORE = "devpayr.guard.lease.store=file";
    private static final String CACHE = "leases";

    private GuardEffects() {}

    /** Returns an effect of each property. */
    public static List<PropertyEffect> all(Path folder) {
        Path lease = folder.resolve("lease");
        return List.of(
                PropertyEffect.of("devpayr.guard.enabled", "false", 0, GuardEffects::guards),
                PropertyEffect.of(
                        "devpayr.guard.application",
                        "acme-photos",
                        "acme-photos",
                        GuardEffects::applicationOfTheLease,
                        FILE_STORE,
                        "devpayr.guard.lease.cache=" + CACHE,
                        "spring.application.name=another"),
                PropertyEffect.of(
                        "spring.application.name",
                        "-Acme & Photos",
                        "Acme---Photos",
                        GuardEffects::applicationOfTheLease,
                        FILE_STORE,
                        "devpayr.guard.lease.cache=" + CACHE),
                PropertyEffect.of(
                        "devpayr.guard.startup",
                        "fail",
                        true,
                        application -> application.getStartupFailure() != null,
                        "devpayr.guard.scope=domain"),
                PropertyEffect.of("devpayr.guard.outage-policy", "advisory", true, application -> guard(application)
                        .isPermitted(guard(application).current())),
                PropertyEffect.of(
                        "devpayr.guard.grace", "1d", "OutagePolicy.grace(PT24H)", application -> guard(application)
                                .outagePolicy()
                                .toString()),
                PropertyEffect.of("devpayr.guard.check-interval", "24h", true, GuardEffects::checksLessThanHourly),
                PropertyEffect.of(CHECK_TIMEOUT, "50ms", "Unknown", GuardEffects::verdictOfACheckWithoutResponse),
                PropertyEffect.of(
                        "devpayr.guard.scope",
                        "domain",
                        "Denied",
                        application -> name(guard(application).check())),
                PropertyEffect.of("devpayr.guard.lease.store", "memory", true, GuardEffects::storesTheLeaseInABean),
                PropertyEffect.of("devpayr.guard.lease.path", lease.toString(), true, application -> {
                    guard(application).check();
                    return Files.deleteIfExists(lease);
                }),
                PropertyEffect.of("devpayr.guard.lease.cache", CACHE, 1, GuardEffects::cachedLeases, FILE_STORE));
    }

    private static LicenseGuard guard(AssertableWebApplicationContext application) {
        return application.getBean(LicenseGuard.class);
    }

    private static String name(Verdict verdict) {
        return verdict.getClass().getSimpleName();
    }

    private static int guards(AssertableWebApplicationContext application) {
        return application.getBeanNamesForType(LicenseGuard.class).length;
    }

    private static String applicationOfTheLease(AssertableWebApplicationContext application) {
        guard(application).check();
        String leaseName = (String) leases(application).keySet().iterator().next();
        return leaseName.substring(0, leaseName.lastIndexOf('-'));
    }

    private static int cachedLeases(AssertableWebApplicationContext application) {
        if (application.getBean(CacheManager.class).getCacheNames().isEmpty()) {
            return 0; // a check would write a file
        }
        guard(application).check();
        return leases(application).size();
    }

    private static Map<?, ?> leases(AssertableWebApplicationContext application) {
        return (Map<?, ?>)
                requireNonNull(application.getBean(CacheManager.class).getCache(CACHE))
                        .getNativeCache();
    }

    private static boolean checksLessThanHourly(AssertableWebApplicationContext application) {
        guard(application).check();
        guard(application).start();
        Instant next = requireNonNull(guard(application).nextCheck());
        return next.isAfter(Instant.now().plus(Duration.ofHours(2)));
    }

    private static String verdictOfACheckWithoutResponse(AssertableWebApplicationContext application) throws Exception {
        HeldResponse held = new HeldResponse();
        application.getBean(InMemoryDevPayr.class).stubNext(Operation.PAYMENT_CHECK, held.stub());
        CompletableFuture<Verdict> check = CompletableFuture.supplyAsync(guard(application)::check);
        if (!PropertyEffect.isSet(application, CHECK_TIMEOUT)) { // with it, the check can end before its request starts
            held.awaitRequest();
            held.release();
        }
        Verdict verdict = check.get(30, TimeUnit.SECONDS);
        held.release();
        return name(verdict);
    }

    private static boolean storesTheLeaseInABean(AssertableWebApplicationContext application) {
        LeaseStore store = application.getBean(LeaseStore.class);
        guard(application).check();
        return store.load() != null;
    }
}
