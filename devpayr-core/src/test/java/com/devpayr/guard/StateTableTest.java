package com.devpayr.guard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.guard.Verdict.Allowed;
import com.devpayr.guard.Verdict.Unknown;
import com.devpayr.operation.Operation;
import com.devpayr.secret.LicenseKey;
import com.devpayr.spi.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drives a guard through every row of the table in {@code docs/license-guard.md}. */
class StateTableTest {
    private static final Path DOCUMENT = Path.of("../docs/license-guard.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z]+)` \\| ([a-z ]+) \\| `([a-z]+)` \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private static final List<String> STATES = List.of("unconfirmed", "confirmed", "grace", "lapsed", "denied");
    private static final List<String> EVENTS = List.of(
            "allowed",
            "unpaid",
            "denied",
            "invalid key",
            "forbidden",
            "forbidden repeatedly",
            "unauthorized",
            "missing key",
            "unreachable",
            "interval over",
            "grace over",
            "clock set back",
            "lease tampered with",
            "lease deleted by another process",
            "restart",
            "close");
    private static final List<String> STARTS = List.of(
            "no lease",
            "lease within its interval",
            "lease within its grace",
            "lease older than its grace",
            "lease tampered with",
            "lease of another license",
            "lease of another domain",
            "lease of another application",
            "lease of another scope",
            "denial",
            "denial of another license",
            "clock set back");

    private final GuardFixture fixture = new GuardFixture();
    private String key = GuardFixture.KEY;
    private String domain = GuardFixture.DOMAIN;
    private String application = GuardFixture.APPLICATION;
    private PaymentScope scope = PaymentScope.PROJECT;
    private boolean hasKey = true;
    private LicenseGuard guard = build();

    record Row(String state, String event, String next, List<String> effects) {}

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher matcher = ROW.matcher(Files.readString(DOCUMENT));
        while (matcher.find()) {
            rows.add(new Row(
                    matcher.group(1),
                    matcher.group(2),
                    matcher.group(3),
                    List.of(matcher.group(4).split("; "))));
        }
        return rows;
    }

    @Test
    void everyEventHasARowInEveryState() throws IOException {
        Set<String> expected = new LinkedHashSet<>();
        STARTS.forEach(event -> expected.add("start, " + event));
        STATES.forEach(state -> EVENTS.forEach(event -> expected.add(state + ", " + event)));

        assertThat(rows().stream().map(row -> row.state + ", " + row.event))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theGuardBehavesAsDocumented(Row row) {
        reach(row.state.equals("start") ? "unconfirmed" : row.state);
        List<String> effects = row.state.equals("start") ? start(row.event) : observe(row.event);

        assertThat(state(guard.current())).isEqualTo(row.next);
        assertThat(effects).containsExactlyInAnyOrderElementsOf(row.effects);
    }

    private void reach(String state) {
        guard.start();
        if (!state.equals("unconfirmed")) {
            guard.refresh().join();
        }
        switch (state) {
            case "grace" -> outage(GuardFixture.INTERVAL);
            case "lapsed" -> outage(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
            case "denied" -> ask(() -> fixture.devpayr.deny(DevPayrStub.REVOKED));
            default -> {}
        }
        fixture.devpayr.becomeUnreachable();
        assertThat(state(guard.current())).isEqualTo(state);
    }

    private void outage(Duration duration) {
        fixture.devpayr.becomeUnreachable();
        fixture.scheduler.advance(duration);
    }

    private void ask(Runnable configure) {
        configure.run();
        guard.refresh().join();
    }

    /** Returns the effects of a row's event in the words of the table. */
    private List<String> observe(String event) {
        fixture.time.advance(BETWEEN);
        int requests = fixture.devpayr.requests();
        Lease before = lease();
        Optional<Long> confirmed = confirmedAt();
        fixture.verdicts.clear();

        happen(event);

        return effects(requests, event.startsWith("lease ") ? lease() : before, confirmed, event);
    }

    private List<String> effects(int requestsBefore, @Nullable Lease before, Optional<Long> confirmed, String event) {
        List<String> effects = new ArrayList<>();
        int requests = fixture.devpayr.requests() - requestsBefore;
        effects.add(
                requests == 0
                        ? "no request"
                        : event.endsWith("over")
                                ? "background checks"
                                : requests + (requests == 1 ? " request" : " requests"));
        effects.add(leaseEffect(before, confirmed));
        if (!fixture.verdicts.isEmpty()) {
            effects.add("notifies " + label(fixture.verdicts.get(fixture.verdicts.size() - 1)));
        }
        return effects;
    }

    private String leaseEffect(@Nullable Lease before, Optional<Long> confirmed) {
        Lease after = lease();
        if (after == null) {
            return before == null ? "no lease" : "lease deleted";
        }
        if (after.equals(before)) {
            return "lease unchanged";
        }
        if (after.text().contains("\ndenied=")) {
            return "denial saved";
        }
        return confirmedAt().equals(confirmed) ? "clock recorded in lease" : "lease saved";
    }

    private static String label(Verdict verdict) {
        if (verdict instanceof Allowed allowed) {
            return allowed.source().name();
        }
        return verdict instanceof Unknown unknown
                ? unknown.cause().name()
                : ((Verdict.Denied) verdict).reason().toString();
    }

    private void happen(String event) {
        switch (event) {
            case "allowed" -> ask(fixture.devpayr::allow);
            case "unpaid" -> ask(fixture.devpayr::markUnpaid);
            case "denied" -> ask(() -> fixture.devpayr.deny(DevPayrStub.REVOKED));
            case "invalid key" -> ask(() -> fixture.devpayr.deny("Invalid license key."));
            case "forbidden" -> ask(() -> fixture.devpayr.deny("Forbidden"));
            case "forbidden repeatedly" -> {
                ask(() -> fixture.devpayr.deny("Forbidden"));
                fixture.scheduler.advance(Duration.ofMinutes(1));
            }
            case "unauthorized" -> ask(() -> fixture.devpayr.fail(DevPayrStub.status(401, "Unauthenticated.")));
            case "missing key" -> ask(() -> hasKey = false);
            case "unreachable" -> ask(fixture.devpayr::becomeUnreachable);
            case "interval over" -> outage(GuardFixture.INTERVAL);
            case "grace over" -> outage(GuardFixture.INTERVAL.plus(GuardFixture.GRACE));
            case "clock set back" -> fixture.time.setClock(Duration.ofDays(-365));
            case "lease tampered with" -> fixture.store.save(new Lease("tampered"));
            case "lease deleted by another process" -> fixture.store.delete();
            case "restart" -> restart();
            case "close" -> {
                guard.close();
                guard.refresh().join();
            }
            default -> throw new AssertionError(event);
        }
    }

    private List<String> start(String event) {
        if (event.startsWith("denial")) {
            ask(() -> fixture.devpayr.deny(DevPayrStub.REVOKED));
        } else if (!event.equals("no lease")) {
            ask(fixture.devpayr::allow);
        }
        guard.close();
        fixture.devpayr.becomeUnreachable();
        switch (event) {
            case "no lease", "lease within its interval", "denial" -> {}
            case "lease within its grace" -> fixture.time.advance(GuardFixture.INTERVAL.plusSeconds(1));
            case "lease older than its grace" ->
                fixture.time.advance(
                        GuardFixture.INTERVAL.plus(GuardFixture.GRACE).plusSeconds(1));
            case "lease tampered with" ->
                fixture.store.save(
                        new Lease(requireNonNull(lease()).text().replaceFirst("confirmed=1", "confirmed=2")));
            case "lease of another license", "denial of another license" ->
                key = "0197a0b1-5f00-7000-8000-00000000beef";
            case "lease of another domain" -> domain = "shop.example.com";
            case "lease of another application" -> application = "acme-video";
            case "lease of another scope" -> scope = PaymentScope.DOMAIN;
            case "clock set back" -> fixture.time.setClock(Duration.ofMinutes(-6));
            default -> throw new AssertionError(event);
        }
        Lease before = lease();
        int requests = fixture.devpayr.requests();
        fixture.verdicts.clear();
        guard = build();
        guard.start();
        return effects(requests, before, Optional.empty(), event);
    }

    private void restart() {
        guard.close();
        guard = build();
        guard.start();
    }

    private LicenseGuard build() {
        DevPayrConfig config = DevPayrConfig.builder()
                .licenseKey(() -> {
                    if (!hasKey) {
                        throw new MissingCredentialException(Operation.PAYMENT_CHECK);
                    }
                    return LicenseKey.of(key);
                })
                .domain(domain)
                .build();
        return fixture.configure(LicenseGuard.builder(fixture.devpayr.client(config)))
                .application(application)
                .scope(scope)
                .build();
    }

    private static String state(Verdict verdict) {
        if (verdict instanceof Allowed allowed) {
            return allowed.source() == Allowed.Source.GRACE ? "grace" : "confirmed";
        }
        if (verdict instanceof Unknown unknown) {
            return unknown.cause() == Unknown.Cause.GRACE_EXPIRED ? "lapsed" : "unconfirmed";
        }
        return "denied";
    }

    private @Nullable Lease lease() {
        return fixture.store.load();
    }

    private Optional<Long> confirmedAt() {
        return Stream.ofNullable(lease())
                .flatMap(lease -> Arrays.stream(lease.text().split("\n")))
                .filter(line -> line.startsWith("confirmed="))
                .map(line -> Long.parseLong(line.substring("confirmed=".length())))
                .findFirst();
    }
}
