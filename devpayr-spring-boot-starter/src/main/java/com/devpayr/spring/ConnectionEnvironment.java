package com.devpayr.spring;

import com.devpayr.config.SystemEnvironment;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The environment of a client with {@link DevPayrConnectionDetails} of the application, which replace the base URL, the keys and
 * the secret. Other variables, such as those of the proxy, are those of the application.
 */
record ConnectionEnvironment(Environment environment) implements SystemEnvironment {
    private static final String FILE_SUFFIX = "_FILE";
    private static final Set<String> REPLACED =
            Set.of("DEVPAYR_BASE_URL", "DEVPAYR_API_KEY", "DEVPAYR_LICENSE_KEY", "DEVPAYR_SECRET");

    @Override
    public @Nullable String variable(String name) {
        String value = isReplaced(name) ? null : environment.getProperty(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static boolean isReplaced(String name) {
        return REPLACED.contains(
                name.endsWith(FILE_SUFFIX) ? name.substring(0, name.length() - FILE_SUFFIX.length()) : name);
    }

    @Override
    public @Nullable String property(String name) {
        return SystemEnvironment.system().property(name);
    }
}
