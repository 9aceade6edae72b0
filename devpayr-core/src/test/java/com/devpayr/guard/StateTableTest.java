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
            "refused",
            "wrong key",
            "no key",
            "unreachable",
            "interval over",
            "grace over",
            "clock set back",
            "lease tampered with",
            "lease erased by another process",
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
            "clock set back");

    private final Stage stage = new Stage();
    private String key = Stage.KEY;
    private String domain = Stage.DOMAIN;
    private String application = Stage.APPLICATION;
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
    void theGuardDoesWhatTheRowSays(Row row) {
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
            case "grace" -> outage(Stage.INTERVAL);
            case "lapsed" -> outage(Stage.INTERVAL.plus(Stage.GRACE));
            case "denied" -> ask(() -> stage.devpayr.refuse(StubDevPayr.REVOKED));
            default -> {}
        }
        stage.devpayr.disappear();
        assertThat(state(guard.current())).isEqualTo(state);
    }

    private void outage(Duration duration) {
        stage.devpayr.disappear();
        stage.scheduler.advance(duration);
    }

    private void ask(Runnable arrange) {
        arrange.run();
        guard.refresh().join();
    }

    /** What a row's event brings about, as the table would say it. */
    private List<String> observe(String event) {
        stage.time.advance(BETWEEN);
        int requests = stage.devpayr.requests();
        Lease before = lease();
        Optional<Long> confirmed = confirmedAt();
        stage.heard.clear();

        happen(event);

        return effects(requests, event.startsWith("lease ") ? lease() : before, confirmed, event);
    }

    private List<String> effects(int requests, @Nullable Lease before, Optional<Long> confirmed, String event) {
        List<String> effects = new ArrayList<>();
        int asked = stage.devpayr.requests() - requests;
        effects.add(asked == 0 ? "asks nobody" : event.endsWith("over") ? "asks by itself" : "asks " + asked + " time");
        effects.add(leaseEffect(before, confirmed));
        if (!stage.heard.isEmpty()) {
            effects.add("tells " + told(stage.heard.get(stage.heard.size() - 1)));
        }
        return effects;
    }

    private String leaseEffect(@Nullable Lease before, Optional<Long> confirmed) {
        Lease after = lease();
        if (after == null) {
            return before == null ? "no lease" : "erases the lease";
        }
        if (after.equals(before)) {
            return "keeps the lease";
        }
        return confirmedAt().equals(confirmed) ? "notes the time in the lease" : "saves a lease";
    }

    private static String told(Verdict verdict) {
        if (verdict instanceof Allowed allowed) {
            return allowed.source().name();
        }
        return verdict instanceof Unknown unknown
                ? unknown.cause().name()
                : ((Verdict.Denied) verdict).reason().toString();
    }

    private void happen(String event) {
        switch (event) {
            case "allowed" -> ask(stage.devpayr::allow);
            case "unpaid" -> ask(stage.devpayr::owe);
            case "refused" -> ask(() -> stage.devpayr.refuse(StubDevPayr.REVOKED));
            case "wrong key" -> ask(() -> stage.devpayr.refuse("Invalid license key."));
            case "no key" -> ask(() -> hasKey = false);
            case "unreachable" -> ask(stage.devpayr::disappear);
            case "interval over" -> outage(Stage.INTERVAL);
            case "grace over" -> outage(Stage.INTERVAL.plus(Stage.GRACE));
            case "clock set back" -> stage.time.setClock(Duration.ofDays(-365));
            case "lease tampered with" -> stage.store.save(new Lease("tampered"));
            case "lease erased by another process" -> stage.store.delete();
            case "restart" -> restart();
            case "close" -> {
                guard.close();
                guard.refresh().join();
            }
            default -> throw new AssertionError(event);
        }
    }

    private List<String> start(String event) {
        if (!event.equals("no lease")) {
            stage.devpayr.allow();
            guard.refresh().join();
        }
        guard.close();
        stage.devpayr.disappear();
        switch (event) {
            case "no lease", "lease within its interval" -> {}
            case "lease within its grace" -> stage.time.advance(Stage.INTERVAL.plusSeconds(1));
            case "lease older than its grace" ->
                stage.time.advance(Stage.INTERVAL.plus(Stage.GRACE).plusSeconds(1));
            case "lease tampered with" ->
                stage.store.save(new Lease(requireNonNull(lease()).text().replaceFirst("confirmed=1", "confirmed=2")));
            case "lease of another license" -> key = "0197a0b1-5f00-7000-8000-00000000beef";
            case "lease of another domain" -> domain = "shop.example.com";
            case "lease of another application" -> application = "acme-video";
            case "lease of another scope" -> scope = PaymentScope.DOMAIN;
            case "clock set back" -> stage.time.setClock(Duration.ofMinutes(-6));
            default -> throw new AssertionError(event);
        }
        Lease before = lease();
        int requests = stage.devpayr.requests();
        stage.heard.clear();
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
        return stage.arrange(LicenseGuard.over(stage.devpayr.client(config), config))
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
        return stage.store.load();
    }

    private Optional<Long> confirmedAt() {
        return Stream.ofNullable(lease())
                .flatMap(lease -> Arrays.stream(lease.text().split("\n")))
                .filter(line -> line.startsWith("confirmed="))
                .map(line -> Long.parseLong(line.substring("confirmed=".length())))
                .findFirst();
    }
}
