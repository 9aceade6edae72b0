package com.devpayr.vertx.verticle;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys below {@code devpayr.proxy}. */
final class ProxyKeys {
    private static final int DEFAULT_PORT = 3128;

    private final Settings settings;
    private final @Nullable String username;
    private final @Nullable String password;
    private final @Nullable String passwordFile;

    ProxyKeys(Settings settings) {
        this.settings = settings;
        this.username = settings.find("proxy.username");
        this.password = settings.find("proxy.password");
        this.passwordFile = settings.find("proxy.password-file");
    }

    /**
     * Returns the settings of the proxy; null if there is no host.
     *
     * @throws ConfigurationException if a key is invalid, or only a part of them is set
     */
    @Nullable
    ProxySettings create() {
        String host = settings.find("proxy.host");
        int port = settings.get("proxy.port", Integer::parseInt, "a whole number", DEFAULT_PORT);
        List<String> noProxy = settings.getStrings("proxy.no-proxy");
        if (host == null) {
            requireUnset("proxy.host", username, password, passwordFile);
            return null;
        }
        ProxySettings.Builder proxy = ProxySettings.builder(host, port).noProxy(noProxy.toArray(String[]::new));
        addCredentials(proxy);
        return proxy.build();
    }

    private void addCredentials(ProxySettings.Builder proxy) {
        if (username == null) {
            requireUnset("proxy.username", password, passwordFile);
        } else if (passwordFile == null) {
            proxy.credentials(username, password == null ? "" : password);
        } else if (password == null) {
            settings.ifSet("proxy.password-file", Path::of, "a path", file -> proxy.credentials(username, file));
        } else {
            throw Settings.failure("proxy.password", "and its file are both set; remove one of them");
        }
    }

    private static void requireUnset(String missing, @Nullable String... dependents) {
        for (String dependent : dependents) {
            if (dependent != null) {
                throw Settings.failure(missing, "is missing, but there are credentials for the proxy; set it too");
            }
        }
    }
}
