package com.devpayr.examples.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A record of admitted and rejected requests that counts wrong decisions. */
final class TrafficRecord {
    private static final int ADMITTED = 200;
    private static final int REJECTED = 402;

    private final Duration interval;
    private final Map<TestTenant, Instant> revocations = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<TestTenant> rejectedTenants = new HashSet<>();
    private Instant outageBegins = Instant.MAX;
    private Instant outageEnds = Instant.MAX;
    private Duration latest = Duration.ZERO;
    private Duration latestInOutage = Duration.ZERO;
    private int rejectedWhileLicensed;
    private int admittedTooLate;

    TrafficRecord(Duration interval) {
        this.interval = interval;
    }

    void outage(Instant begins, Instant ends) {
        outageBegins = begins;
        outageEnds = ends;
    }

    void revoked(TestTenant tenant, Instant at) {
        revocations.put(tenant, at);
    }

    void visit(TestTenant tenant, Instant sent, int status) {
        statuses.merge(status, 1, Integer::sum);
        Instant revoked = revocations.get(tenant);
        if (revoked == null && status != ADMITTED) {
            rejectedWhileLicensed++;
        }
        if (status == REJECTED) {
            rejectedTenants.add(tenant);
        }
        if (revoked != null && status == ADMITTED) {
            admitted(revoked, sent);
        }
    }

    /** A revocation during an outage cannot be known, so the interval then starts at the end of the outage. */
    private void admitted(Instant revoked, Instant sent) {
        boolean duringOutage =
                revoked.isBefore(outageEnds) && revoked.plus(interval).isAfter(outageBegins);
        Instant knownFrom = duringOutage ? outageEnds : revoked;
        Duration after = Duration.between(knownFrom, sent);
        if (duringOutage) {
            latestInOutage = longer(latestInOutage, after);
        } else {
            latest = longer(latest, after);
        }
        if (after.compareTo(interval) > 0) {
            admittedTooLate++;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    int visits() {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }

    int rejectedWhileLicensed() {
        return rejectedWhileLicensed;
    }

    int admittedTooLate() {
        return admittedTooLate;
    }

    int rejectedTenants() {
        return rejectedTenants.size();
    }

    Set<Integer> unexpected() {
        Set<Integer> other = new HashSet<>(statuses.keySet());
        other.removeAll(Set.of(ADMITTED, REJECTED));
        return other;
    }

    @Override
    public String toString() {
        return visits() + " requests by status " + statuses + "; " + revocations.size() + " tenants revoked, "
                + rejectedTenants.size() + " rejected since; last admitted " + latest.toMinutes()
                + " min after the revocation, or " + latestInOutage.toMinutes()
                + " min after the outage; rejected while licensed " + rejectedWhileLicensed + ", admitted too late "
                + admittedTooLate;
    }
}
