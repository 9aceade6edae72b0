package com.devpayr.testkit.internal.platform;

import java.time.Duration;

/** The line of a request in the log of an emulator. */
public final class RequestLine {
    private RequestLine() {}

    /**
     * Returns the method, path and query with masked secrets, operation, status and milliseconds of a request, such as
     * {@code GET /api/v1/project/7/licenses?per_page=5 license.list 200 3 ms}. A request without a route has the operation
     * {@code -}.
     *
     * @param basePath the path of the API, with a trailing slash
     * @param status the status of the response; 0 if the connection was closed without one
     */
    public static String of(String basePath, PlatformRequest request, int status, Duration duration) {
        RoutedRequest routed = Routes.find(request);
        String path = RequestLog.target(request);
        return String.join(
                " ",
                request.method(),
                path.startsWith("/") ? path : basePath + path,
                routed == null ? "-" : routed.operation().id(),
                String.valueOf(status),
                duration.toMillis() + " ms");
    }
}
