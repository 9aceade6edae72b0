package com.devpayr.enforcement;

import com.devpayr.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The URL that browsers are redirected to.
 *
 * @param location the value of the {@code Location} header
 * @param path the raw path of the URL if it is on the same server; null otherwise
 */
record RedirectTarget(String location, @Nullable String path) {
    /**
     * Parses a target.
     *
     * @throws ConfigurationException if it is neither an absolute http or https URL nor a path that starts with a slash
     */
    static RedirectTarget parse(String location) {
        URI url = uri(location);
        boolean external = ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null;
        boolean local = url.getScheme() == null && location.startsWith("/");
        if (!external && !local) {
            throw invalid(location);
        }
        return new RedirectTarget(location, local && url.getRawAuthority() == null ? url.getRawPath() : null);
    }

    private static URI uri(String location) {
        try {
            return new URI(location);
        } catch (URISyntaxException malformed) {
            throw invalid(location);
        }
    }

    private static ConfigurationException invalid(String location) {
        return new ConfigurationException(
                "redirect", "is '" + location + "'; it must be an http or https URL, or a path that starts with '/'");
    }

    /** Returns whether a request is for the target itself, with any query. */
    boolean isTargetOf(EnforcementRequest request) {
        return path != null && path.equals(request.contextPath() + request.path());
    }
}
