package com.devpayr.injectables;

import java.util.List;
import java.util.stream.Stream;

/**
 * The changes that a run makes.
 *
 * @param manifest the injectables that are applied before the run
 * @param changes one change for each target, including targets that stay as they are
 * @param decided the outcomes that do not depend on a change
 * @param passedThrough the injectables that are passed to the caller
 */
record Plan(
        Manifest manifest,
        List<FileChange> changes,
        List<InjectableOutcome> decided,
        List<DecryptedInjectable> passedThrough) {
    /** Returns the outcomes to report when every change succeeds. */
    List<InjectableOutcome> outcomes() {
        return Stream.concat(decided.stream(), changes.stream().flatMap(change -> change.outcomes().stream()))
                .toList();
    }

    boolean isNoOp() {
        return changes.stream().allMatch(FileChange::isNoOp);
    }
}
