package com.devpayr.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Records, for each class that runs the suite, the operations that passed tests {@linkplain Verifies verify}, in a file below the
 * directory that the configuration parameter or system property {@value #FOLDER} names. The matrix in {@code docs/operations.md}
 * is generated from these files.
 */
final class OperationCoverage implements BeforeAllCallback, AfterTestExecutionCallback {
    static final String FOLDER = "devpayr.contract.coverage";

    private static final Map<Class<?>, Set<Operation>> VERIFIED = new ConcurrentHashMap<>();

    /** Replaces the record of an earlier run. */
    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        VERIFIED.put(context.getRequiredTestClass(), EnumSet.noneOf(Operation.class));
        write(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        Verifies verifies = context.getRequiredTestMethod().getAnnotation(Verifies.class);
        if (verifies == null || context.getExecutionException().isPresent()) {
            return;
        }
        DevPayrContract contract = (DevPayrContract) context.getRequiredTestInstance();
        assertThat(processed(contract.fake().requests()))
                .as("operations that the platform has processed without a stub response")
                .contains(verifies.value());
        if (verified(context).addAll(List.of(verifies.value()))) {
            write(context);
        }
    }

    private static Set<Operation> verified(ExtensionContext context) {
        return Objects.requireNonNull(VERIFIED.get(context.getRequiredTestClass()), "no class is running");
    }

    private static List<Operation> processed(List<RecordedRequest> requests) {
        return requests.stream()
                .filter(request -> !request.isStubbed() && request.status() / 100 == 2)
                .map(RecordedRequest::operation)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void write(ExtensionContext context) throws IOException {
        Optional<String> folder = context.getConfigurationParameter(FOLDER);
        if (folder.isPresent()) {
            Path file = Path.of(folder.get(), context.getRequiredTestClass().getSimpleName() + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, verified(context).stream().map(Operation::id).collect(Collectors.joining("\n", "", "\n")));
        }
    }
}
