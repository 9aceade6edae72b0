package com.devpayr.resilience4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.TransportException;
import com.devpayr.error.TransportException.Kind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

/** A decorated client of each style over one scripted transport, with virtual time. */
final class ResilienceFixture {
    /** The style of a call. */
    enum Style {
        BLOCKING {
            @Override
            void call(ResilienceFixture fixture, SampleCall sample) {
                sample.on(fixture.blocking);
            }
        },
        ASYNCHRONOUS {
            @Override
            void call(ResilienceFixture fixture, SampleCall sample) {
                CompletableFuture<?> result = sample.on(fixture.async);
                fixture.scheduler.advanceUntil(result::isDone);
                try {
                    result.get();
                } catch (ExecutionException failed) {
                    throw Sneaky.rethrow(requireNonNull(failed.getCause()));
                } catch (InterruptedException interrupted) {
                    throw new AssertionError(interrupted);
                }
            }
        };

        abstract void call(ResilienceFixture fixture, SampleCall sample);
    }

    final VirtualTimeScheduler scheduler = new VirtualTimeScheduler();
    final ScriptedTransport transport = new ScriptedTransport();
    final DevPayr blocking;
    final AsyncDevPayr async;

    ResilienceFixture() {
        this(builder -> builder);
    }

    /** Creates a fixture whose backoff has no jitter unless the settings change it. */
    ResilienceFixture(UnaryOperator<Resilience.Builder> settings) {
        Resilience resilience = settings.apply(
                        Resilience.builder().scheduler(scheduler).random(() -> 1))
                .build();
        blocking = resilience.decorate(transport.blocking());
        async = resilience.decorate(transport.async());
    }

    /** Asserts that a call was rejected without a request. */
    static void assertRejected(Throwable thrown, Class<? extends Throwable> cause) {
        assertThat(thrown)
                .isInstanceOfSatisfying(TransportException.class, rejected -> {
                    assertThat(rejected.kind()).isEqualTo(Kind.REJECTED_LOCALLY);
                    assertThat(rejected.requestMayHaveBeenSent()).isFalse();
                })
                .hasCauseInstanceOf(cause);
    }
}
