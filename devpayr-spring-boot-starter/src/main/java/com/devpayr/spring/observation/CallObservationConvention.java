package com.devpayr.spring.observation;

import com.devpayr.error.ApiException;
import com.devpayr.error.DevPayrException;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What the observation of a call is called, and what it tells: {@code operation}, {@code outcome} and {@code status},
 * each of few values. A bean of this type takes its place.
 */
public interface CallObservationConvention extends ObservationConvention<CallContext> {
    /** The observation's name. */
    String NAME = "devpayr.client.requests";

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
        Throwable failure = context.getError();
        return KeyValues.of(
                KeyValue.of("operation", context.operation().id()),
                KeyValue.of("outcome", outcome(failure)),
                KeyValue.of("status", status(failure)));
    }

    private static String outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return "success";
        }
        if (failure instanceof CancellationException) {
            return "cancelled";
        }
        if (failure instanceof ApiException api) {
            return api.status() >= 500 ? "server-error" : "refused";
        }
        return failure instanceof DevPayrException ? "no-answer" : "error";
    }

    private static String status(@Nullable Throwable failure) {
        if (failure == null) {
            return "2xx";
        }
        return failure instanceof ApiException api ? String.valueOf(api.status()) : "none";
    }
}
