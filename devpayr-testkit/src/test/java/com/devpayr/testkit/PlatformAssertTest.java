package com.devpayr.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.DevPayr;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.project.ProjectDraft;
import com.devpayr.testkit.assertj.DevPayrAssertions;
import com.devpayr.testkit.assertj.PlatformAssert;
import com.devpayr.testkit.junit.DevPayrExtension;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each assertion passes and fails as expected. */
class PlatformAssertTest {
    private static final Map<String, Consumer<PlatformAssert>> FALSE = Map.of(
            "receivedNothing", PlatformAssert::receivedNothing,
            "receivedExactly", all -> all.receivedExactly(Operation.PROJECT_LIST, Operation.PROJECT_CREATE),
            "received", all -> all.received(Operation.LICENSE_LIST),
            "times", all -> all.received(Operation.PROJECT_LIST).times(2),
            "withField", all -> all.received(Operation.PROJECT_CREATE).withField("name", "Other"),
            "withAbsentField", all -> all.received(Operation.PROJECT_CREATE).withField("slug", null),
            "withStatus", all -> all.received(Operation.PROJECT_CREATE).withStatus(200),
            "fromDomain", all -> all.received(Operation.PROJECT_CREATE).fromDomain("other"));

    @RegisterExtension
    final DevPayrExtension extension = DevPayrExtension.inMemory();

    static Set<String> falseAssertions() {
        return FALSE.keySet();
    }

    @Test
    void trueAssertionsPass(InMemoryDevPayr fake, DevPayr backend) {
        act(backend);

        DevPayrAssertions.assertThat(fake)
                .receivedExactly(Operation.PROJECT_CREATE, Operation.PROJECT_LIST)
                .received(Operation.PROJECT_CREATE)
                .once()
                .withField("name", "Acme")
                .withStatus(201)
                .fromDomain("test.example.com");
    }

    @ParameterizedTest
    @MethodSource("falseAssertions")
    void falseAssertionsFailAndShowTheRequests(String assertion) {
        act(extension.backend());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        requireNonNull(FALSE.get(assertion)).accept(DevPayrAssertions.assertThat(extension.fake())))
                .withMessageContaining("PROJECT_");
    }

    private static void act(DevPayr backend) {
        backend.projects().create(ProjectDraft.builder("Acme").build());
        backend.projects().list(PageRequest.first());
    }
}
