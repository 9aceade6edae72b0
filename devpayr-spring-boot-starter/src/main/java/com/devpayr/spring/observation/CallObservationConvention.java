package com.devpayr.spring.observation;

import com.devpayr.internal.call.CallOutcome;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The observation convention for calls: name, contextual name and the low-cardinality key values {@code operation}, {@code
 * outcome} and {@code status}. A bean of this type replaces the default.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {
    /** The name of the observation. */
    String NAME = CallOutcome.METER;

    @Override
    default String getName() {
        return NAME;
    }

    @Override
    default String getContextualName(CallObservationContext context) {
        return "devpayr " + context.operation().id();
    }

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallObservationContext;
    }

    @Override
    default KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        CallOutcome outcome = CallOutcome.of(context.getError());
        return KeyValues.of(
                KeyValue.of("operation", context.operation().id()),
                KeyValue.of("outcome", outcome.outcome()),
                KeyValue.of("status", outcome.status()));
    }
}
