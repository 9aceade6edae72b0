package com.devpayr.testkit.contract;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.model.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Records, for each class that runs the suite, the operations that succeeded in passed tests, in a file below the
 * directory that the system property {@value #FOLDER} names. The matrix in {@code docs/operations.md} is generated from
 * these files.
 */
final class OperationCoverage implements AfterTestExecutionCallback {
    static final String FOLDER = "devpayr.contract.coverage";

    private static final Map<Class<?>, Set<Operation>> SUCCEEDED = new ConcurrentHashMap<>();

    private final @Nullable String folder = System.getProperty(FOLDER);

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (folder == null || context.getExecutionException().isPresent()) {
            return;
        }
        DevPayrContract contract = (DevPayrContract) context.getRequiredTestInstance();
        Set<Operation> succeeded =
                SUCCEEDED.computeIfAbsent(contract.getClass(), type -> EnumSet.noneOf(Operation.class));
        if (succeeded.addAll(succeeded(contract.fake().requests()))) {
            write(Path.of(folder, contract.getClass().getSimpleName() + ".txt"), succeeded);
        }
    }

    private static List<Operation> succeeded(List<RecordedRequest> requests) {
        return requests.stream()
                .filter(request -> request.status() / 100 == 2)
                .map(RecordedRequest::operation)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void write(Path file, Set<Operation> operations) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, operations.stream().map(Operation::id).collect(Collectors.joining("\n", "", "\n")));
    }
}
