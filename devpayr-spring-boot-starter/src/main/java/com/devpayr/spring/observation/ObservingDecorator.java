package com.devpayr.spring.observation;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.call.AsyncCall;
import com.devpayr.call.Call;
import com.devpayr.internal.concurrent.Futures;
import com.devpayr.operation.Operation;
import com.devpayr.spring.DevPayrDecorator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;

/** Observes each call from its start to its answer, all tries included. */
final class ObservingDecorator implements DevPayrDecorator, Ordered {
    private final ObservationRegistry registry;
    private final CallObservationConvention convention;

    ObservingDecorator(ObservationRegistry registry, CallObservationConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public DevPayr decorate(DevPayr devpayr) {
        return devpayr.with(this::observe);
    }

    @Override
    public AsyncDevPayr decorate(AsyncDevPayr devpayr) {
        return devpayr.with(this::observe);
    }

    @Override
    public int getOrder() {
        return OBSERVATION;
    }

    private @Nullable Object observe(Call call) {
        return observation(call.operation()).observe(call::proceed);
    }

    private CompletableFuture<?> observe(AsyncCall call) {
        Observation observation = observation(call.operation()).start();
        CompletableFuture<?> answer = observation.<CompletableFuture<?>>scoped(call::proceed);
        return stopping(observation, answer);
    }

    /** Completed after the observation, so that whoever has the answer finds it observed. */
    private static CompletableFuture<?> stopping(Observation observation, CompletableFuture<?> answer) {
        CompletableFuture<@Nullable Object> observed = Futures.derivedFrom(answer);
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                observation.stop();
                observed.complete(value);
            } else {
                observation.error(Futures.unwrap(failure));
                observation.stop();
                observed.completeExceptionally(Futures.unwrap(failure));
            }
        });
        return observed;
    }

    private Observation observation(Operation operation) {
        return Observation.createNotStarted(convention, () -> new CallContext(operation), registry);
    }
}
