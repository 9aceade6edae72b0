package com.devpayr.enforcement;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an HTTP request that enforcement depends on.
 *
 * @param contextPath the part of the raw path that precedes the application's paths, such as {@code /shop}; empty if there is
 *     none
 * @param path the rest of the raw path, as the client sent it: neither decoded nor normalized
 * @param accept the {@code Accept} header; null if there is none
 * @param preflight whether the request is a CORS preflight
 */
public record EnforcementRequest(
        String contextPath, String path, @Nullable String accept, boolean preflight) {
    /**
     * Creates a request from its method, path and headers.
     *
     * <pre>{@code
     * EnforcementRequest.of(request.getMethod(), request.getContextPath(), path, request::getHeader)
     * }</pre>
     *
     * @param header returns the first header with a name; null if there is none
     */
    public static EnforcementRequest of(
            String method, String contextPath, String path, Function<String, @Nullable String> header) {
        boolean preflight = method.equals("OPTIONS")
                && header.apply("Origin") != null
                && header.apply("Access-Control-Request-Method") != null;
        return new EnforcementRequest(contextPath, path, header.apply("Accept"), preflight);
    }
}
