package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was matched to an operation.
 *
 * @param operation the operation
 * @param ids the ids in the path, in order
 * @param raw the complete request
 */
record RoutedRequest(Operation operation, List<Long> ids, PlatformRequest raw) {
    long projectId() {
        return ids.get(0);
    }

    /** Returns the id of the resource in the project. */
    long childId() {
        return ids.get(1);
    }

    @Nullable
    String query(String name) {
        return raw.query().get(name);
    }

    Map<String, @Nullable Object> input() {
        return raw.input();
    }

    /** Returns the credential of the request, empty if absent. */
    String credential() {
        Credential credential = operation.credential();
        String value = credential == null ? null : raw.header(credential.header());
        return value == null ? "" : value;
    }

    /** Returns the runtime identifier; null if absent. */
    @Nullable
    RuntimeIdentifier identifier() {
        String header = raw.header("X-Devpayr-Domain");
        return header == null || header.isBlank() ? null : RuntimeIdentifier.of(header);
    }
}
