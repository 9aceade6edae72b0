package com.devpayr.testkit.console;

import com.devpayr.testkit.platform.PlatformRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks for.
 *
 * @param ids the path's numbers, in order
 * @param request all of it
 */
record ConsoleRequest(List<Long> ids, PlatformRequest request) {
    long id() {
        return ids.get(0);
    }

    Map<String, @Nullable Object> input() {
        return request.input();
    }

    /** A parameter of the query, empty when it is not there. */
    String query(String name) {
        return request.query().getOrDefault(name, "");
    }
}
