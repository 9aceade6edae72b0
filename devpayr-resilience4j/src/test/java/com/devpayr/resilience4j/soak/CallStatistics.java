package com.devpayr.resilience4j.soak;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters of the calls and their results. */
final class CallStatistics {
    private static final int MAX_VIOLATIONS = 20;

    private final LongAdder started = new LongAdder();
    private final LongAdder succeeded = new LongAdder();
    private final LongAdder verdicts = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Set<String> violations = ConcurrentHashMap.newKeySet();

    void started() {
        started.increment();
    }

    void succeeded() {
        succeeded.increment();
    }

    void verdict() {
        verdicts.increment();
    }

    void failed(String failure) {
        failures.computeIfAbsent(failure, unseen -> new LongAdder()).increment();
    }

    /** Records a violation of the test's expectations. */
    void violation(String what) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(what);
        }
    }

    Set<String> violations() {
        return new TreeSet<>(violations);
    }

    long calls() {
        return started.sum();
    }

    long successes() {
        return succeeded.sum();
    }

    long verdicts() {
        return verdicts.sum();
    }

    long failed() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Returns the number of calls that neither returned nor failed. */
    long lost() {
        return calls() - successes() - failed();
    }

    Map<String, Long> failures() {
        Map<String, Long> counted = new TreeMap<>();
        failures.forEach((failure, count) -> counted.put(failure, count.sum()));
        return counted;
    }
}
