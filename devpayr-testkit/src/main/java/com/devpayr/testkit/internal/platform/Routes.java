package com.devpayr.testkit.internal.platform;

import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps requests to operations: by the routes of the operations and by the additional routes that the platform's own
 * SDKs use.
 */
final class Routes {
    private static final Pattern ID = Pattern.compile("\\{[a-z]+}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Map<String, Operation> BY_ROUTE = byRoute();

    private Routes() {}

    private static Map<String, Operation> byRoute() {
        Map<String, Operation> routes = new HashMap<>();
        for (Operation operation : Operation.values()) {
            if (!operation.isRaw()) {
                routes.put(
                        operation.httpMethod() + " "
                                + ID.matcher(operation.pathTemplate()).replaceAll("#"),
                        operation);
            }
        }
        routes.put("PUT project/#", Operation.PROJECT_UPDATE);
        routes.put("PATCH project/#/domain/#", Operation.DOMAIN_UPDATE);
        routes.put("PATCH project/#/licenses/#", Operation.LICENSE_UPDATE);
        routes.put("PATCH project/#/injectables/#", Operation.INJECTABLE_UPDATE);
        routes.put("POST injectable/stream", Operation.INJECTABLE_STREAM);
        return Map.copyOf(routes);
    }

    /** Returns the routed request, or null if there is no such route. */
    static @Nullable RoutedRequest find(PlatformRequest request) {
        StringBuilder template = new StringBuilder(request.effectiveMethod()).append(' ');
        List<Long> ids = new ArrayList<>();
        for (String segment : request.path().split("/", -1)) {
            boolean isId = NUMBER.matcher(segment).matches();
            if (isId) {
                ids.add(Long.valueOf(segment));
            }
            template.append(isId ? "#" : segment).append('/');
        }
        template.setLength(template.length() - 1);
        Operation operation = BY_ROUTE.get(template.toString());
        return operation == null ? null : new RoutedRequest(operation, ids, request);
    }
}
