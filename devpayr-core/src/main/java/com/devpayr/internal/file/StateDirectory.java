package com.devpayr.internal.file;

import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The directory for persistent state of the user's applications, as defined by the operating system. */
public final class StateDirectory {
    private StateDirectory() {}

    /**
     * Returns the subdirectory for DevPayr, which need not exist.
     *
     * @param properties returns a system property by its name, or null
     * @param variables returns an environment variable by its name, or null
     * @throws ConfigurationException if the process has no home directory
     */
    public static Path of(Function<String, @Nullable String> properties, Function<String, @Nullable String> variables) {
        String system = properties.apply("os.name");
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return resolve(variables.apply("LOCALAPPDATA"), properties, "AppData/Local");
        }
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return resolve(null, properties, "Library/Application Support");
        }
        return resolve(variables.apply("XDG_STATE_HOME"), properties, ".local/state");
    }

    private static Path resolve(@Nullable String base, Function<String, @Nullable String> properties, String inHome) {
        if (base != null) {
            return Path.of(base).resolve("devpayr");
        }
        String home = properties.apply("user.home");
        if (home == null) {
            throw new ConfigurationException(
                    "user.home",
                    "is not set, so there is no home directory for persistent state; set it, or set DEVPAYR_DOMAIN and"
                            + " configure the lease store");
        }
        return Path.of(home).resolve(inHome).resolve("devpayr");
    }
}
