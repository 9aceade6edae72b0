package com.devpayr.examples.dashboard;

import com.devpayr.error.DenialReason;
import com.devpayr.license.License;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of license checks in the last 30 days, as the recorded changes of a license and its project imply them. Restrictions to
 * domains, addresses and countries are not considered.
 *
 * @param from start of the history
 * @param until end of the history
 * @param periods the verdicts without gaps, newest first
 */
record VerdictHistory(Instant from, Instant until, List<Period> periods) {
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int RESOURCES = 2; // the license and the project
    private static final long CHART_WIDTH = 1000;
    private static final long MIN_WIDTH = 4;

    /** The results of a license check. */
    enum Result {
        ALLOWED,
        DENIED,
        UNKNOWN
    }

    /**
     * The verdict on a license.
     *
     * @param reason reason for a denial, null otherwise
     */
    record Verdict(Result result, @Nullable DenialReason reason) {
        /** Returns a text such as {@code Denied. The license has been revoked.} */
        public String text() {
            return switch (result) {
                case ALLOWED -> "Allowed";
                case DENIED -> reason == null ? "Denied" : "Denied. " + reason.message();
                case UNKNOWN -> "Not recorded";
            };
        }
    }

    /** A time in which the verdict did not change. */
    record Period(Instant since, Instant until, Verdict verdict) {}

    /**
     * Returns the history of a license.
     *
     * @param changes recorded changes of the license and its project
     * @param projectDenial reason why the project denies license checks now, or null if it does not
     */
    static VerdictHistory of(
            License license,
            long projectId,
            List<StateChange> changes,
            @Nullable DenialReason projectDenial,
            Instant now) {
        Instant from = now.minus(LENGTH);
        String project = StateChange.project(projectId);
        List<StateChange> all = new ArrayList<>(lifetime(license, now));
        if (changes.stream().noneMatch(change -> change.resource().equals(project))) {
            all.add(new StateChange(project, from, projectDenial)); // it has not changed
        }
        all.addAll(changes);
        all.sort(Comparator.comparing(StateChange::at));
        return new VerdictHistory(from, now, periods(verdicts(all, from).headMap(now, true), now));
    }

    /** Returns the changes that are not reported: a license is active when it is created, and may expire unnoticed. */
    private static List<StateChange> lifetime(License license, Instant now) {
        String resource = StateChange.license(license.id());
        List<StateChange> changes = new ArrayList<>();
        if (license.createdAt() != null) {
            changes.add(new StateChange(resource, license.createdAt(), null));
        }
        if (license.expiresAt() != null && license.expiresAt().isBefore(now)) {
            changes.add(new StateChange(resource, license.expiresAt(), DenialReason.EXPIRED));
        }
        return changes;
    }

    /** Returns the verdicts by the time from which they hold. */
    private static NavigableMap<Instant, Verdict> verdicts(List<StateChange> changes, Instant from) {
        NavigableMap<Instant, Verdict> verdicts = new TreeMap<>();
        verdicts.put(from, new Verdict(Result.UNKNOWN, null));
        Map<String, Optional<DenialReason>> denials = new TreeMap<>(); // the license comes before the project
        for (StateChange change : changes) {
            denials.put(change.resource(), Optional.ofNullable(change.denial()));
            verdicts.put(change.at().isBefore(from) ? from : change.at(), verdict(denials.values()));
        }
        return verdicts;
    }

    private static Verdict verdict(Collection<Optional<DenialReason>> denials) {
        return denials.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> new Verdict(Result.DENIED, reason))
                .orElseGet(() -> new Verdict(denials.size() == RESOURCES ? Result.ALLOWED : Result.UNKNOWN, null));
    }

    private static List<Period> periods(NavigableMap<Instant, Verdict> verdicts, Instant now) {
        List<Period> newestFirst = new ArrayList<>();
        Instant until = now;
        for (Map.Entry<Instant, Verdict> entry : verdicts.descendingMap().entrySet()) {
            int last = newestFirst.size() - 1;
            if (last >= 0 && newestFirst.get(last).verdict().equals(entry.getValue())) {
                newestFirst.set(
                        last, new Period(entry.getKey(), newestFirst.get(last).until(), entry.getValue()));
            } else {
                newestFirst.add(new Period(entry.getKey(), until, entry.getValue()));
            }
            until = entry.getKey();
        }
        return newestFirst;
    }

    /** Returns the position of a time in a chart that is 1000 units wide. */
    public long position(Instant time) {
        return CHART_WIDTH * Duration.between(from, time).toSeconds() / LENGTH.toSeconds();
    }

    /** Returns the width of a period in the chart; a short one is visible, too. */
    public long width(Period period) {
        return Math.max(MIN_WIDTH, position(period.until()) - position(period.since()));
    }
}
