package com.devpayr.injectables;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run is to do.
 *
 * @param manifest what was applied before
 * @param changes one for each target concerned
 * @param settled outcomes that need nothing done
 * @param passedThrough what the caller gets
 */
record Plan(Manifest manifest, List<Change> changes, List<Outcome> settled, List<DecryptedInjectable> passedThrough) {
    /** What to report when all of it succeeds. */
    List<Outcome> outcomes() {
        return Stream.concat(settled.stream(), changes.stream().flatMap(change -> change.outcomes().stream()))
                .toList();
    }

    boolean isNone() {
        return changes.stream().allMatch(Change::isNone);
    }
}
