package com.devpayr.injectables;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run is to do.
 *
 * @param manifest what was applied before
 * @param changes one for each target concerned
 * @param decided outcomes that need nothing done
 * @param passedThrough what the caller gets
 */
record Plan(
        Manifest manifest,
        List<FileChange> changes,
        List<InjectableOutcome> decided,
        List<DecryptedInjectable> passedThrough) {
    /** What to report when all of it succeeds. */
    List<InjectableOutcome> outcomes() {
        return Stream.concat(decided.stream(), changes.stream().flatMap(change -> change.outcomes().stream()))
                .toList();
    }

    boolean isNoOp() {
        return changes.stream().allMatch(FileChange::isNoOp);
    }
}
