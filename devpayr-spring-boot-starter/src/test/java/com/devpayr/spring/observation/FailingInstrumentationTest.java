package com.devpayr.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.NotFoundException;
import com.devpayr.project.Project;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls whose instrumentation throws. */
class FailingInstrumentationTest {
    private static final String MESSAGE = "a defect of the instrumentation";

    private final List<Throwable> uncaught = new ArrayList<>();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final InMemoryDevPayr fake = InMemoryDevPayr.create();
    private final FakeProject project = fake.project("Acme");
    private final DevPayr devpayr = fake.connect(
            DevPayrConfig.builder().apiKey(fake.createGlobalKey().reveal()).build());

    /** A place at which instrumentation can throw. */
    private enum Defect {
        CONVENTION_NAME,
        CONVENTION_KEY_VALUES,
        FILTER,
        START,
        SCOPE_OPENED,
        SCOPE_CLOSED,
        ERROR,
        STOP;

        boolean affects(boolean successful) {
            return this != ERROR || !successful;
        }
    }

    @BeforeEach
    void recordUncaughtExceptions() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(failure);
            throw new IllegalStateException("a defect of the handler");
        });
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
        registry.setCurrentObservationScope(null);
    }

    @ParameterizedTest
    @EnumSource
    void theResultOfABlockingCallIsReturned(Defect defect) {
        DevPayr observed = decorator(defect).decorate(devpayr);

        assertThat(observed.projects().get(project.id()).id()).isEqualTo(project.id());

        assertThat(fake.requests()).hasSize(1);
        assertReported(defect, true);
    }

    @ParameterizedTest
    @EnumSource
    void theExceptionOfABlockingCallIsThrown(Defect defect) {
        DevPayr observed = decorator(defect).decorate(devpayr);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> observed.projects().get(4711));

        assertReported(defect, false);
    }

    @ParameterizedTest
    @EnumSource
    void theFutureOfAnAsynchronousCallIsCompleted(Defect defect) {
        AsyncDevPayr observed = decorator(defect).decorate(devpayr.async(Runnable::run));

        assertThat(observed.projects().get(project.id()))
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(Project::id)
                .isEqualTo(project.id());

        assertThat(fake.requests()).hasSize(1);
        assertReported(defect, true);
    }

    @ParameterizedTest
    @EnumSource
    void theFutureOfAnAsynchronousCallFailsWithItsException(Defect defect) {
        AsyncDevPayr observed = decorator(defect).decorate(devpayr.async(Runnable::run));

        assertThat(observed.projects().get(4711))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(NotFoundException.class);

        assertReported(defect, false);
    }

    private void assertReported(Defect defect, boolean successful) {
        assertThat(registry.getCurrentObservation()).isNull();
        if (defect.affects(successful)) {
            assertThat(uncaught).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                    .hasMessage(MESSAGE));
        } else {
            assertThat(uncaught).isEmpty();
        }
    }

    private ObservingDecorator decorator(Defect defect) {
        registry.observationConfig().observationHandler(handler(defect)).observationFilter(filter(defect));
        return new ObservingDecorator(registry, convention(defect));
    }

    private static void fail(Defect actual, Defect defect) {
        if (actual == defect) {
            throw new AssertionError(MESSAGE);
        }
    }

    private static ObservationFilter filter(Defect defect) {
        return context -> {
            fail(Defect.FILTER, defect);
            return context;
        };
    }

    private static CallObservationConvention convention(Defect defect) {
        return new CallObservationConvention() {
            @Override
            public String getName() {
                fail(Defect.CONVENTION_NAME, defect);
                return "devpayr.client.requests";
            }

            @Override
            public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
                fail(Defect.CONVENTION_KEY_VALUES, defect);
                return KeyValues.empty();
            }
        };
    }

    private static ObservationHandler<Observation.Context> handler(Defect defect) {
        return new ObservationHandler<>() {
            @Override
            public void onStart(Observation.Context context) {
                fail(Defect.START, defect);
            }

            @Override
            public void onScopeOpened(Observation.Context context) {
                fail(Defect.SCOPE_OPENED, defect);
            }

            @Override
            public void onScopeClosed(Observation.Context context) {
                fail(Defect.SCOPE_CLOSED, defect);
            }

            @Override
            public void onError(Observation.Context context) {
                fail(Defect.ERROR, defect);
            }

            @Override
            public void onStop(Observation.Context context) {
                fail(Defect.STOP, defect);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        };
    }
}
