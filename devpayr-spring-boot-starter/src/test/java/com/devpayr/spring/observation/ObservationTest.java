package com.devpayr.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.error.NotFoundException;
import com.devpayr.operation.Operation;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.StubResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ObservationTest {
    private final Queue<Observation.Context> observed = new ConcurrentLinkedQueue<>();
    private final ApplicationContextRunner application = Contexts.inMemory()
            .withPropertyValues("devpayr.resilience.retry.initial-backoff=1ms")
            .withBean(ObservationRegistry.class, this::registry);

    @Test
    void oneObservationIncludesAllAttempts() {
        application.run(context -> {
            context.getBean(InMemoryDevPayr.class)
                    .stubNext(Operation.PROJECT_GET, StubResponse.of(503).times(2));
            context.getBean(DevPayr.class)
                    .projects()
                    .get(context.getBean(FakeProject.class).id());

            assertThat(observed).singleElement().satisfies(each -> {
                assertThat(each.getName()).isEqualTo("devpayr.client.requests");
                assertThat(each.getContextualName()).isEqualTo("devpayr project.get");
                assertThat(tags(each))
                        .isEqualTo(Map.of("operation", "project.get", "outcome", "success", "status", "2xx"));
            });
        });
    }

    @Test
    void observesTheStatusOfErrorsWithBothClients() {
        application.run(context -> {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> context.getBean(DevPayr.class).projects().get(4711));
            assertThat(context.getBean(AsyncDevPayr.class).projects().get(4711)).failsWithin(Duration.ofSeconds(10));

            assertThat(observed).hasSize(2).allSatisfy(each -> assertThat(tags(each))
                    .isEqualTo(Map.of("operation", "project.get", "outcome", "refused", "status", "404")));
        });
    }

    @Test
    void distinguishesOutagesFromServerErrors() {
        application.withPropertyValues("devpayr.resilience.enabled=false").run(context -> {
            InMemoryDevPayr fake = context.getBean(InMemoryDevPayr.class);
            AsyncDevPayr devpayr = context.getBean(AsyncDevPayr.class);
            fake.stubNext(Operation.PROJECT_GET, StubResponse.of(503));
            assertThat(devpayr.projects().get(1)).failsWithin(Duration.ofSeconds(10));
            fake.stubNext(Operation.PROJECT_GET, StubResponse.disconnect());
            assertThat(devpayr.projects().get(1)).failsWithin(Duration.ofSeconds(10));

            assertThat(observed)
                    .extracting(each -> tags(each).get("outcome"))
                    .containsExactly("server-error", "no-response");
        });
    }

    @Test
    void observationsContainNeitherArgumentsNorResponses() {
        application.run(context -> {
            context.getBean(DevPayr.class)
                    .projects()
                    .get(context.getBean(FakeProject.class).id());

            assertThat(observed).isNotEmpty().allSatisfy(each -> assertThat(each.getHighCardinalityKeyValues())
                    .isEmpty());
        });
    }

    @Test
    void usesTheApplicationsConvention() {
        CallObservationConvention own = new CallObservationConvention() {
            @Override
            public String getName() {
                return "acme.devpayr";
            }
        };
        application.withBean(CallObservationConvention.class, () -> own).run(context -> {
            context.getBean(DevPayr.class).projects().listAll().forEach(project -> {});

            assertThat(observed)
                    .singleElement()
                    .extracting(Observation.Context::getName)
                    .isEqualTo("acme.devpayr");
        });
    }

    @Test
    void observesNothingWithoutMicrometer() {
        Contexts.inMemory()
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("devPayrObservation"));
    }

    private static Map<String, String> tags(Observation.Context context) {
        return context.getLowCardinalityKeyValues().stream()
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private ObservationRegistry registry() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                observed.add(context);
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        return registry;
    }
}
