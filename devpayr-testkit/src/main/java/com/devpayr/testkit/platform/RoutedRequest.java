package com.devpayr.testkit.platform;

import com.devpayr.operation.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was routed.
 *
 * @param operation what it asks for
 * @param ids the route's, in order
 * @param request all of it
 */
record RoutedRequest(Operation operation, List<Long> ids, PlatformRequest request) {
    long projectId() {
        return ids.get(0);
    }

    /** The id of the thing in the project. */
    long childId() {
        return ids.get(1);
    }

    @Nullable
    String query(String name) {
        return request.query().get(name);
    }

    Map<String, @Nullable Object> input() {
        return request.input();
    }

    /** The credential that it carries, empty when there is none. */
    String credential() {
        String value = request.header(operation.credential().header());
        return value == null ? "" : value;
    }

    /** Where the caller says it runs; null when it does not. */
    @Nullable
    RuntimeIdentifier identifier() {
        String header = request.header("X-Devpayr-Domain");
        return header == null || header.isBlank() ? null : RuntimeIdentifier.of(header);
    }
}
