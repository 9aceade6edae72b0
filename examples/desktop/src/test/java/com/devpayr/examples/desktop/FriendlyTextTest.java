package com.devpayr.examples.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.error.DenialReason;
import com.devpayr.guard.Verdict;
import java.lang.reflect.Modifier;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FriendlyTextTest {
    private final FriendlyText text = new FriendlyText(ZoneOffset.UTC);

    static Stream<DenialReason> reasons() throws IllegalAccessException {
        Stream.Builder<DenialReason> reasons = Stream.builder();
        for (var field : Arrays.asList(DenialReason.class.getFields())) {
            if (Modifier.isStatic(field.getModifiers())) {
                reasons.add((DenialReason) field.get(null));
            }
        }
        return reasons.build();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyDenialHasAFriendlyMessage(DenialReason reason) {
        Notice notice = text.of(new Verdict.Denied(reason, "internal words", null));

        assertThat(notice.runs()).isFalse();
        assertThat(notice.headline() + notice.text()).doesNotContain("DevPayr", "internal words");
    }

    @ParameterizedTest
    @EnumSource(Verdict.Unknown.Cause.class)
    void everyUnknownVerdictHasAFriendlyMessage(Verdict.Unknown.Cause cause) {
        Notice notice = text.of(new Verdict.Unknown(cause, new IllegalStateException("internal words")));

        assertThat(notice.runs()).isFalse();
        assertThat(notice.headline() + notice.text()).doesNotContain("license key", "internal words");
    }

    @Test
    void anUnknownReasonHasADefaultMessage() {
        assertThat(text.of(new Verdict.Denied(new DenialReason("moon-phase"), null, null))
                        .headline())
                .isEqualTo("Acme Photos cannot run here");
    }
}
