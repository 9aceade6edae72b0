package com.devpayr.injectables;

import static com.devpayr.injectables.TestDirectory.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyReportTest {
    private final DecryptedInjectable injectable = write("banner", "banner.html", "CONTENT");
    private final InjectableOutcome written = InjectableOutcome.of(injectable, InjectableOutcome.Status.WRITTEN);
    private final InjectableOutcome rejected = InjectableOutcome.rejected(injectable, "too large");

    @Test
    void reportsOutcomesByStatus() {
        ApplyReport report = ApplyReport.of(List.of(written, rejected));

        assertThat(report.outcomes()).containsExactly(written, rejected);
        assertThat(report.outcomes(InjectableOutcome.Status.WRITTEN)).containsExactly(written);
        assertThat(report.rejected()).containsExactly(rejected);
        assertThat(report.dryRun()).isFalse();
    }

    @Test
    void outcomesAreEqualWhenEachValueIs() {
        assertThat(List.of(written, rejected))
                .containsExactly(
                        InjectableOutcome.of("banner", InjectableOutcome.Status.WRITTEN, "banner.html"),
                        InjectableOutcome.rejected("banner", "banner.html", "too large"))
                .doesNotContain(
                        InjectableOutcome.of("other", InjectableOutcome.Status.WRITTEN, "banner.html"),
                        InjectableOutcome.of("banner", InjectableOutcome.Status.UNCHANGED, "banner.html"),
                        InjectableOutcome.of("banner", InjectableOutcome.Status.WRITTEN, null),
                        InjectableOutcome.rejected("banner", "banner.html", "unsigned"));
        assertThat(written)
                .hasSameHashCodeAs(InjectableOutcome.of(injectable, InjectableOutcome.Status.WRITTEN))
                .doesNotHaveSameHashCodeAs(rejected)
                .hasToString("InjectableOutcome[slug=banner, status=WRITTEN, targetPath=banner.html, reason=null]");
    }

    @Test
    void reportsAreEqualWhenEachValueIs() {
        ApplyReport report = ApplyReport.of(List.of(written));

        assertThat(report)
                .isEqualTo(ApplyReport.builder().outcomes(List.of(written)).build())
                .hasSameHashCodeAs(ApplyReport.of(List.of(written)))
                .isNotEqualTo(ApplyReport.of(List.of(rejected)))
                .isNotEqualTo(ApplyReport.builder()
                        .dryRun(true)
                        .outcomes(List.of(written))
                        .build())
                .isNotEqualTo(ApplyReport.builder()
                        .outcomes(List.of(written))
                        .passedThrough(List.of(injectable))
                        .build())
                .isNotEqualTo(report.with(List.of(), List.of("banner")));
    }

    @Test
    void addsRejectionsAndUnsignedSlugs() {
        ApplyReport report = ApplyReport.builder()
                .dryRun(true)
                .outcomes(List.of(written))
                .passedThrough(List.of(injectable))
                .build()
                .with(List.of(rejected), List.of("banner"));

        assertThat(report.dryRun()).isTrue();
        assertThat(report.outcomes()).containsExactly(rejected, written);
        assertThat(report.passedThrough()).containsExactly(injectable);
        assertThat(report.unsignedSlugs()).containsExactly("banner");
        assertThat(report.toString())
                .contains("dryRun=true", "unsignedSlugs=[banner]")
                .doesNotContain("CONTENT");
    }
}
