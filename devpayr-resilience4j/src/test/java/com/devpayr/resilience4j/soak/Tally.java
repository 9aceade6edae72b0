package com.devpayr.resilience4j.soak;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the calls. */
final class Tally {
    private static final int MOST_WRONGS = 20;

    private final LongAdder started = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder verdicts = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    void started() {
        started.increment();
    }

    void answered() {
        answered.increment();
    }

    void verdict() {
        verdicts.increment();
    }

    void failed(String how) {
        failures.computeIfAbsent(how, unseen -> new LongAdder()).increment();
    }

    /** What must not happen. */
    void wrong(String what) {
        if (wrong.size() < MOST_WRONGS) {
            wrong.add(what);
        }
    }

    Set<String> wrongs() {
        return new TreeSet<>(wrong);
    }

    long calls() {
        return started.sum();
    }

    long answers() {
        return answered.sum();
    }

    long verdicts() {
        return verdicts.sum();
    }

    long failed() {
        return failures.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Calls that were started and of which nothing was heard again. */
    long lost() {
        return calls() - answers() - failed();
    }

    Map<String, Long> failures() {
        Map<String, Long> counted = new TreeMap<>();
        failures.forEach((how, count) -> counted.put(how, count.sum()));
        return counted;
    }
}
