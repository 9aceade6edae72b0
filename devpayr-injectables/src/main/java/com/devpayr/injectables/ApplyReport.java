package com.devpayr.injectables;

import com.devpayr.error.InjectableException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done with a set of injectables.
 *
 * <pre>{@code
 * report.refused().forEach(outcome -> log.warn("{}: {}", outcome.slug(), outcome.reason()));
 * }</pre>
 *
 * @param dryRun whether nothing was written and the outcomes say what would be done
 * @param outcomes one for each injectable; unmodifiable
 * @param passedThrough the injectables that are the caller's to use; unmodifiable
 * @param unsigned the names of those that no signature vouches for; unmodifiable, and empty unless unsigned payloads are
 *     accepted
 */
public record ApplyReport(
        boolean dryRun, List<Outcome> outcomes, List<DecryptedInjectable> passedThrough, List<String> unsigned) {
    /** Copies the lists. */
    public ApplyReport {
        outcomes = List.copyOf(outcomes);
        passedThrough = List.copyOf(passedThrough);
        unsigned = List.copyOf(unsigned);
    }

    /** A report of a run in which nothing was handed over. */
    public static ApplyReport of(List<Outcome> outcomes) {
        return new ApplyReport(false, outcomes, List.of(), List.of());
    }

    /** A report of a run in which everything was handed over. */
    public static ApplyReport passedThrough(List<DecryptedInjectable> injectables) {
        List<Outcome> outcomes = injectables.stream()
                .map(injectable -> Outcome.of(injectable, Outcome.Action.HANDED_OVER))
                .toList();
        return new ApplyReport(false, outcomes, injectables, List.of());
    }

    /** The outcomes of one kind. */
    public List<Outcome> having(Outcome.Action action) {
        return outcomes.stream().filter(outcome -> outcome.action() == action).toList();
    }

    /** What was not applied, with the reasons. */
    public List<Outcome> refused() {
        return having(Outcome.Action.REFUSED);
    }

    /**
     * Makes a refusal an exception, for those to whom a part is not enough. What was applied stays applied.
     *
     * @throws InjectableException for the first that was refused
     */
    public void requireNoneRefused() {
        refused().stream().findFirst().ifPresent(outcome -> {
            throw new InjectableException(outcome.slug(), "was refused: " + outcome.reason());
        });
    }

    /** This report with what else is known of the same set. */
    ApplyReport with(List<Outcome> others, List<String> unsignedSlugs) {
        List<Outcome> all = new ArrayList<>(others);
        all.addAll(outcomes);
        return new ApplyReport(dryRun, all, passedThrough, unsignedSlugs);
    }
}
