package com.devpayr.spring.observation;

import com.devpayr.call.CallOutcome;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * What the observation of a call is called, and what it tells: {@code operation}, {@code outcome} and {@code status},
 * each of few values. A bean of this type takes its place.
 */
public interface CallObservationConvention extends ObservationConvention<CallContext> {
    /** The observation's name. */
    String NAME = CallOutcome.METER;

    @Override
    default String getName() {
        return NAME;
    }

    @Override
    default String getContextualName(CallContext context) {
        return "devpayr " + context.operation().id();
    }

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallContext;
    }

    @Override
    default KeyValues getLowCardinalityKeyValues(CallContext context) {
        CallOutcome outcome = CallOutcome.of(context.getError());
        return KeyValues.of(
                KeyValue.of("operation", context.operation().id()),
                KeyValue.of("outcome", outcome.outcome()),
                KeyValue.of("status", outcome.status()));
    }
}
