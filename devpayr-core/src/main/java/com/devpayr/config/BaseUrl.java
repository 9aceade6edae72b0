package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parses and validates base URLs: https, http for localhost, or http for any host if allowed explicitly. */
final class BaseUrl {
    static final URI DEFAULT = URI.create("https://api.devpayr.dev/api/v1/");

    private static final int MAX_PORT = 65_535;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)*:?0*1]");

    private BaseUrl() {}

    static URI parse(String setting, String raw, boolean allowPlainHttp) {
        URI url = uri(setting, raw.strip());
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null || url.getPort() > MAX_PORT || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new ConfigurationException(setting, "is not a valid http or https URL; set a URL such as " + DEFAULT);
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new ConfigurationException(setting, "contains credentials, a query or a fragment; remove them");
        }
        if (scheme.equals("http") && !allowPlainHttp && !isLoopback(url.getHost())) {
            throw new ConfigurationException(
                    setting,
                    "is plain http to " + url.getHost() + ", which would send credentials unencrypted;"
                            + " use https, or call allowPlainHttp() if the network is trusted");
        }
        String text = url.toString();
        return text.endsWith("/") ? url : URI.create(text + "/");
    }

    private static URI uri(String setting, String raw) {
        try {
            return new URI(raw);
        } catch (URISyntaxException malformed) {
            throw new ConfigurationException(
                    setting, "is not a URL (" + malformed.getReason() + "); set a URL such as " + DEFAULT);
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
