package com.devpayr.injectables;

import com.devpayr.error.InjectableException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done with a set of injectables.
 *
 * <pre>{@code
 * report.rejected().forEach(outcome -> log.warn("{}: {}", outcome.slug(), outcome.reason()));
 * }</pre>
 *
 * @param dryRun whether nothing was written and the outcomes say what would be done
 * @param outcomes one for each injectable; unmodifiable
 * @param passedThrough the injectables that are the caller's to use; unmodifiable
 * @param unsignedSlugs the names of those that no signature vouches for; unmodifiable, and empty unless unsignedSlugs payloads are
 *     accepted
 */
public record ApplyReport(
        boolean dryRun,
        List<InjectableOutcome> outcomes,
        List<DecryptedInjectable> passedThrough,
        List<String> unsignedSlugs) {
    /** Copies the lists. */
    public ApplyReport {
        outcomes = List.copyOf(outcomes);
        passedThrough = List.copyOf(passedThrough);
        unsignedSlugs = List.copyOf(unsignedSlugs);
    }

    /** A report of a run in which nothing was handed over. */
    public static ApplyReport of(List<InjectableOutcome> outcomes) {
        return new ApplyReport(false, outcomes, List.of(), List.of());
    }

    /** A report of a run in which everything was handed over. */
    public static ApplyReport ofPassedThrough(List<DecryptedInjectable> injectables) {
        List<InjectableOutcome> outcomes = injectables.stream()
                .map(injectable -> InjectableOutcome.of(injectable, InjectableOutcome.Status.PASSED_THROUGH))
                .toList();
        return new ApplyReport(false, outcomes, injectables, List.of());
    }

    /** The outcomes of one kind. */
    public List<InjectableOutcome> outcomes(InjectableOutcome.Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    /** What was not applied, with the reasons. */
    public List<InjectableOutcome> rejected() {
        return outcomes(InjectableOutcome.Status.REJECTED);
    }

    /**
     * Makes a refusal an exception, for those to whom a part is not enough. What was applied stays applied.
     *
     * @throws InjectableException for the first that was rejected
     */
    public void requireNoneRejected() {
        rejected().stream().findFirst().ifPresent(outcome -> {
            throw new InjectableException(outcome.slug(), "was rejected: " + outcome.reason());
        });
    }

    /** This report with what else is known of the same set. */
    ApplyReport merge(List<InjectableOutcome> others, List<String> unsignedSlugs) {
        List<InjectableOutcome> all = new ArrayList<>(others);
        all.addAll(outcomes);
        return new ApplyReport(dryRun, all, passedThrough, unsignedSlugs);
    }
}
