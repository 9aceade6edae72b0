package com.devpayr.vertx.verticle;

import com.devpayr.config.ProxySettings;
import com.devpayr.error.ConfigurationException;
import com.devpayr.internal.proxy.ProxyProperties;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keys below {@code devpayr.proxy}. */
final class ProxyKeys {
    private ProxyKeys() {}

    /**
     * Returns the settings of the proxy; null if no key is set.
     *
     * @throws ConfigurationException if a key is invalid, or only a part of them is set
     */
    static @Nullable ProxySettings read(Settings settings) {
        ProxyProperties proxy = new ProxyProperties();
        proxy.host(settings.find("proxy.host"));
        settings.ifSet("proxy.port", Integer::valueOf, "a whole number", proxy::port);
        proxy.username(settings.find("proxy.username"));
        proxy.password(settings.find("proxy.password"));
        settings.ifSet("proxy.password-file", Path::of, "a path", proxy::passwordFile);
        proxy.noProxy(settings.getStrings("proxy.no-proxy"));
        return proxy.toSettings();
    }
}
