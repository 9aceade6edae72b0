package com.devpayr.vertx.verticle;

import static java.util.Objects.requireNonNull;

import com.devpayr.enforcement.EnforcementRequest;
import com.devpayr.enforcement.EnforcementResponse;
import com.devpayr.error.DenialReason;
import com.devpayr.error.LicenseDeniedException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.internal.file.StateDirectory;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.StubResponse;
import com.devpayr.vertx.lease.VertxLeaseStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The effects of the keys of guard and enforcement. */
final class GuardEffects {
    private static final Verdict DENIED = new Verdict.Denied(DenialReason.REVOKED, null, null);

    private GuardEffects() {}

    static List<KeyEffect> all(Path folder) throws IOException {
        return Stream.of(guard(), checks(), lease(folder), enforcement(), responses(folder))
                .flatMap(List::stream)
                .toList();
    }

    private static List<KeyEffect> guard() {
        return List.of(
                KeyEffect.of(
                        "guard.enabled",
                        false,
                        true,
                        fixture -> fixture.deploy().guard() == null),
                KeyEffect.of(
                                "guard.application",
                                "acme-photos",
                                "acme-photos",
                                GuardEffects::applicationOfTheLease,
                                "guard.lease.store",
                                "shared")
                        .withDefault("application"),
                KeyEffect.of("guard.startup", "fail", "failed", GuardEffects::startup, "guard.scope", "domain")
                        .withDefault("started"),
                KeyEffect.of(
                                "guard.outage-policy",
                                "advisory",
                                "OutagePolicy.advisory true",
                                fixture -> policyAndPermission(fixture.guard()))
                        .withDefault("OutagePolicy.grace(PT72H) false"),
                KeyEffect.of("guard.grace", "1d", "OutagePolicy.grace(PT24H)", fixture -> fixture.guard()
                                .outagePolicy()
                                .toString())
                        .withDefault("OutagePolicy.grace(PT72H)"));
    }

    private static List<KeyEffect> checks() {
        return List.of(
                KeyEffect.of(
                                "guard.check-interval",
                                "2h",
                                Duration.ofHours(2),
                                fixture -> checkInterval(fixture.guard()))
                        .withDefault(Duration.ofHours(1)),
                KeyEffect.of(
                        "guard.check-timeout",
                        "50ms",
                        "Unknown",
                        GuardEffects::verdictWithoutResponse,
                        "read-timeout",
                        "5m",
                        "call-timeout",
                        "5m"),
                KeyEffect.of(
                                "guard.scope",
                                "domain",
                                "Denied",
                                fixture -> name(fixture.guard().check()))
                        .withDefault("Allowed"));
    }

    private static List<KeyEffect> lease(Path folder) {
        Path lease = folder.resolve("lease");
        return List.of(
                KeyEffect.of("guard.lease.store", "shared", "shared", GuardEffects::leaseStore)
                        .withDefault("a file in the state directory"),
                KeyEffect.of(
                        "guard.lease.path",
                        lease.toString(),
                        true,
                        fixture -> {
                            fixture.guard().check();
                            return Files.deleteIfExists(lease);
                        },
                        "guard.lease.store",
                        "file",
                        "guard.lease.path",
                        folder.resolve("another-lease").toString()));
    }

    private static List<KeyEffect> enforcement() {
        return List.of(
                KeyEffect.of("enforcement.mode", "page", "PAGE 402", GuardEffects::modeAndStatus)
                        .withDefault("LOG 200"),
                status("enforcement.status", 451, 451, "/shop"),
                status("enforcement.include", "/shop/**", 200, "/blog"),
                status("enforcement.exclude", "/blog/**", 200, "/blog/today"),
                KeyEffect.of("enforcement.max-wait", "1s", Duration.ofSeconds(1), fixture -> fixture.deploy()
                                .enforcer()
                                .maxWait())
                        .withDefault(Duration.ofSeconds(10)));
    }

    private static List<KeyEffect> responses(Path folder) throws IOException {
        String page =
                Files.writeString(folder.resolve("page.html"), "<h1>Acme</h1>").toString();
        return List.of(
                KeyEffect.of(
                        "enforcement.page",
                        page,
                        "<h1>Acme</h1>",
                        fixture -> requireNonNull(denied(fixture.deploy(), "/shop"))
                                .body(),
                        "enforcement.mode",
                        "page"),
                KeyEffect.of(
                        "enforcement.redirect",
                        "https://acme.example.com/buy",
                        "https://acme.example.com/buy",
                        fixture -> String.valueOf(requireNonNull(denied(fixture.deploy(), "/shop"))
                                .headers()
                                .get("Location")),
                        "enforcement.mode",
                        "redirect"));
    }

    /** Returns an effect on the status of the response in mode {@code page}, which is 402 by default. */
    private static KeyEffect status(String key, Object value, int expected, String path) {
        return KeyEffect.of(key, value, expected, fixture -> status(fixture.deploy(), path), "enforcement.mode", "page")
                .withDefault(402);
    }

    private static int status(Deployment deployment, String path) {
        EnforcementResponse response = denied(deployment, path);
        return response == null ? 200 : response.status();
    }

    private static String modeAndStatus(DeploymentFixture fixture) {
        Deployment deployment = fixture.deploy();
        return deployment.enforcer().mode() + " " + status(deployment, "/shop");
    }

    /** Returns the response to a browser; null if the request may proceed. */
    private static @Nullable EnforcementResponse denied(Deployment deployment, String path) {
        return deployment
                .enforcer()
                .evaluate(
                        requireNonNull(deployment.guard()),
                        DENIED,
                        EnforcementRequest.of(
                                "GET", "", path, header -> header.equalsIgnoreCase("Accept") ? "text/html" : null));
    }

    private static String startup(DeploymentFixture fixture) {
        try {
            return fixture.guard().nextCheck() == null ? "not started" : "started";
        } catch (LicenseDeniedException denied) {
            return "failed";
        }
    }

    private static String applicationOfTheLease(DeploymentFixture fixture) {
        fixture.guard().check();
        String leaseName = String.valueOf(fixture.vertx
                .sharedData()
                .getLocalMap(VertxLeaseStore.MAP)
                .keySet()
                .iterator()
                .next());
        return leaseName.substring(0, leaseName.lastIndexOf('-'));
    }

    private static String leaseStore(DeploymentFixture fixture) throws IOException {
        Set<Path> others = defaultLeases();
        fixture.guard().check();
        Set<Path> leases = defaultLeases();
        leases.removeAll(others);
        for (Path lease : leases) {
            Files.delete(lease);
        }
        boolean isShared =
                fixture.vertx.sharedData().getLocalMap(VertxLeaseStore.MAP).size() == 1;
        return leases.size() == 1 ? "a file in the state directory" : isShared ? "shared" : "neither shared nor a file";
    }

    /** Returns the leases of the default application in the state directory, which the POM sets on Linux. */
    private static Set<Path> defaultLeases() throws IOException {
        Set<Path> leases = new HashSet<>();
        Path directory = StateDirectory.of(System::getProperty, System::getenv);
        if (Files.exists(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "application-*.lease")) {
                files.forEach(leases::add);
            }
        }
        return leases;
    }

    private static String policyAndPermission(LicenseGuard guard) {
        return guard.outagePolicy() + " " + guard.isPermitted(guard.current());
    }

    /** Returns the interval of one or two hours that matches the next check; otherwise the time until that check. */
    private static Duration checkInterval(LicenseGuard guard) {
        guard.check();
        guard.start();
        Duration delay = Duration.between(Instant.now(), requireNonNull(guard.nextCheck()));
        return Stream.of(1, 2)
                .map(Duration::ofHours)
                .filter(interval -> isBetween(delay, interval.multipliedBy(80), interval.multipliedBy(95)))
                .findFirst()
                .orElse(delay);
    }

    private static boolean isBetween(Duration delay, Duration hundredfoldMin, Duration hundredfoldMax) {
        Duration hundredfold = delay.multipliedBy(100);
        return hundredfold.compareTo(hundredfoldMin) >= 0 && hundredfold.compareTo(hundredfoldMax) <= 0;
    }

    private static String verdictWithoutResponse(DeploymentFixture fixture) {
        CountDownLatch released = new CountDownLatch(1);
        fixture.platform.stubNext(
                Operation.PAYMENT_CHECK,
                StubResponse.of(200).body("{\"data\":{\"has_paid\":true}}").delayedUntil(released));
        if (!fixture.isSet("guard.check-timeout")) {
            released.countDown();
        }
        Verdict verdict = fixture.guard().check();
        released.countDown();
        return name(verdict);
    }

    private static String name(Verdict verdict) {
        return verdict.getClass().getSimpleName();
    }
}
