package com.devpayr.testkit.internal.console;

import com.devpayr.testkit.internal.platform.PlatformRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of the console's page.
 *
 * @param ids the numbers in the path, in order
 * @param request the complete request
 */
record ConsoleRequest(List<Long> ids, PlatformRequest request) {
    long id() {
        return ids.get(0);
    }

    Map<String, @Nullable Object> input() {
        return request.input();
    }

    /** Returns a query parameter, empty if absent. */
    String query(String name) {
        return request.query().getOrDefault(name, "");
    }
}
