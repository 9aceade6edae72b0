package com.devpayr.injectables;

import com.devpayr.error.InjectableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The results of applying or reverting a set of injectables.
 *
 * <pre>{@code
 * report.rejected().forEach(outcome -> log.warn("{}: {}", outcome.slug(), outcome.reason()));
 * }</pre>
 *
 * <p>All lists are unmodifiable.
 */
public final class ApplyReport {
    private final boolean dryRun;
    private final List<InjectableOutcome> outcomes;
    private final List<DecryptedInjectable> passedThrough;
    private final List<String> unsignedSlugs;

    private ApplyReport(Builder builder) {
        this.dryRun = builder.dryRun;
        this.outcomes = builder.outcomes;
        this.passedThrough = builder.passedThrough;
        this.unsignedSlugs = builder.unsignedSlugs;
    }

    /** Returns a builder for an empty report. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a report in which no injectable was passed through. */
    public static ApplyReport of(List<InjectableOutcome> outcomes) {
        return builder().outcomes(outcomes).build();
    }

    /** Returns a report in which all injectables were passed through. */
    public static ApplyReport ofPassedThrough(List<DecryptedInjectable> injectables) {
        List<InjectableOutcome> outcomes = injectables.stream()
                .map(injectable -> InjectableOutcome.of(injectable, InjectableOutcome.Status.PASSED_THROUGH))
                .toList();
        return builder().outcomes(outcomes).passedThrough(injectables).build();
    }

    /** Returns whether this was a dry run: nothing was written, and the outcomes say what a real run would do. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Returns the outcomes, at least one for each injectable. */
    public List<InjectableOutcome> outcomes() {
        return outcomes;
    }

    /** Returns the outcomes with a status. */
    public List<InjectableOutcome> outcomes(InjectableOutcome.Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    /** Returns the outcomes of the injectables that were rejected, each with a reason. */
    public List<InjectableOutcome> rejected() {
        return outcomes(InjectableOutcome.Status.REJECTED);
    }

    /** Returns the injectables that were not written, for the caller to use. */
    public List<DecryptedInjectable> passedThrough() {
        return passedThrough;
    }

    /** Returns the slugs of injectables without a signature. Always empty unless unsigned payloads are accepted. */
    public List<String> unsignedSlugs() {
        return unsignedSlugs;
    }

    /**
     * Throws an exception when an injectable was rejected. Injectables that were applied stay applied.
     *
     * @throws InjectableException for the first injectable that was rejected
     */
    public void requireNoneRejected() {
        rejected().stream().findFirst().ifPresent(outcome -> {
            throw new InjectableException(outcome.slug(), "was rejected: " + outcome.reason());
        });
    }

    /** Returns a copy with further rejections and the slugs of unsigned injectables. */
    ApplyReport with(List<InjectableOutcome> rejections, List<String> unsigned) {
        List<InjectableOutcome> all = new ArrayList<>(rejections);
        all.addAll(outcomes);
        return builder()
                .dryRun(dryRun)
                .outcomes(all)
                .passedThrough(passedThrough)
                .unsignedSlugs(unsigned)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplyReport report
                && dryRun == report.dryRun
                && outcomes.equals(report.outcomes)
                && passedThrough.equals(report.passedThrough)
                && unsignedSlugs.equals(report.unsignedSlugs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dryRun, outcomes, passedThrough, unsignedSlugs);
    }

    @Override
    public String toString() {
        return "ApplyReport[dryRun=" + dryRun + ", outcomes=" + outcomes + ", passedThrough=" + passedThrough
                + ", unsignedSlugs=" + unsignedSlugs + "]";
    }

    /** A builder of {@link ApplyReport}s. */
    public static final class Builder {
        private boolean dryRun;
        private List<InjectableOutcome> outcomes = List.of();
        private List<DecryptedInjectable> passedThrough = List.of();
        private List<String> unsignedSlugs = List.of();

        private Builder() {}

        /** Sets whether nothing was written. Default: false. */
        public Builder dryRun(boolean dryRun) {
            this.dryRun = dryRun;
            return this;
        }

        /** Sets the outcomes. The list is copied. Default: empty. */
        public Builder outcomes(List<InjectableOutcome> outcomes) {
            this.outcomes = List.copyOf(outcomes);
            return this;
        }

        /** Sets the injectables that were passed through. The list is copied. Default: empty. */
        public Builder passedThrough(List<DecryptedInjectable> passedThrough) {
            this.passedThrough = List.copyOf(passedThrough);
            return this;
        }

        private Builder unsignedSlugs(List<String> unsignedSlugs) {
            this.unsignedSlugs = List.copyOf(unsignedSlugs);
            return this;
        }

        /** Creates the report. */
        public ApplyReport build() {
            return new ApplyReport(this);
        }
    }
}
