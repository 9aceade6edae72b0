package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxy for https that the environment configures for all programs: the system properties {@code https.proxyHost}, {@code
 * https.proxyPort} and {@code http.nonProxyHosts}, else the variables {@code HTTPS_PROXY} and {@code NO_PROXY} in upper or lower
 * case.
 */
final class EnvironmentProxy {
    private static final String HOST_PROPERTY = "https.proxyHost";
    private static final String PORT_PROPERTY = "https.proxyPort";
    private static final String EXCLUDED_PROPERTY = "http.nonProxyHosts";
    private static final String URL_VARIABLE = "HTTPS_PROXY";
    private static final String EXCLUDED_VARIABLE = "NO_PROXY";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private EnvironmentProxy() {}

    /**
     * Returns the proxy for connections to a host; null if none is configured, or the host is excluded. The proxy of an excluded
     * host may be invalid, such as one that only other programs support.
     *
     * @throws ConfigurationException if a property or variable is invalid; without its value, which may contain a password
     */
    static @Nullable ProxySettings find(SystemEnvironment environment, String target) {
        String host = environment.property(HOST_PROPERTY);
        if (host != null) {
            List<String> excluded = excluded(environment.property(EXCLUDED_PROPERTY), EnvironmentProxy::patterns);
            return isExcluded(target, excluded) ? null : ofProperties(environment, host, excluded);
        }
        String url = variable(environment, URL_VARIABLE);
        if (url != null) {
            List<String> excluded =
                    excluded(variable(environment, EXCLUDED_VARIABLE), EnvironmentProxy::patternsWithSubdomains);
            return isExcluded(target, excluded) ? null : ofUrl(url.strip(), excluded);
        }
        return null;
    }

    private static boolean isExcluded(String target, List<String> patterns) {
        return new NoProxyHosts(patterns).contains(target);
    }

    private static @Nullable String variable(SystemEnvironment environment, String name) {
        String value = environment.variable(name);
        return value == null ? environment.variable(name.toLowerCase(Locale.ROOT)) : value;
    }

    private static ProxySettings ofProperties(SystemEnvironment environment, String host, List<String> excluded) {
        String port = environment.property(PORT_PROPERTY);
        try {
            return ProxySettings.builder(host, port == null ? HTTPS_PORT : Integer.parseInt(port.strip()))
                    .noProxy(excluded.toArray(String[]::new))
                    .build();
        } catch (NumberFormatException | ConfigurationException invalid) {
            throw new ConfigurationException(
                    HOST_PROPERTY, "or " + PORT_PROPERTY + " is invalid; set the host and the port of an HTTP proxy");
        }
    }

    private static ProxySettings ofUrl(String url, List<String> excluded) {
        URI proxy = uri(url.contains("://") ? url : "http://" + url);
        if (proxy.getHost() == null || !"http".equalsIgnoreCase(proxy.getScheme())) {
            throw invalidUrl();
        }
        ProxySettings.Builder builder =
                ProxySettings.builder(proxy.getHost(), proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort());
        String user = proxy.getRawUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            builder.credentials(
                    decode(colon < 0 ? user : user.substring(0, colon)),
                    colon < 0 ? "" : decode(user.substring(colon + 1)));
        }
        return builder.noProxy(excluded.toArray(String[]::new)).build();
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw invalidUrl();
        }
    }

    private static ConfigurationException invalidUrl() {
        return new ConfigurationException(
                URL_VARIABLE, "is not the URL of an HTTP proxy; set a URL such as http://proxy.example.com:3128");
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns the patterns of a list that can match a host name. Other tools also support networks and ports. */
    private static List<String> excluded(@Nullable String list, Function<String, Stream<String>> parser) {
        return list == null
                ? List.of()
                : parser.apply(list)
                        .map(NoProxyHosts::canonical)
                        .filter(NoProxyHosts::isPattern)
                        .toList();
    }

    private static Stream<String> patterns(String property) {
        return Arrays.stream(property.split("\\|", -1));
    }

    /** A name in the variable excludes its subdomains too, in every tool that reads it. */
    private static Stream<String> patternsWithSubdomains(String variable) {
        return Arrays.stream(variable.split("[,\\s]+", -1))
                .flatMap(entry -> Stream.of(entry, entry.startsWith(".") ? entry : "." + entry));
    }
}
