package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The directory for persistent state of the user's applications, as defined by the operating system. */
public final class StateDirectory {
    private StateDirectory() {}

    /**
     * Returns the subdirectory for DevPayr, which need not exist.
     *
     * @throws ConfigurationException if the process has no home directory
     */
    public static Path of(SystemEnvironment environment) {
        String system = environment.property("os.name");
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return resolve(environment.variable("LOCALAPPDATA"), environment, "AppData/Local");
        }
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return resolve(null, environment, "Library/Application Support");
        }
        return resolve(environment.variable("XDG_STATE_HOME"), environment, ".local/state");
    }

    private static Path resolve(@Nullable String base, SystemEnvironment environment, String inHome) {
        if (base != null) {
            return Path.of(base).resolve("devpayr");
        }
        String home = environment.property("user.home");
        if (home == null) {
            throw new ConfigurationException(
                    "user.home",
                    "is not set, so there is no home directory for persistent state; set it, or set DEVPAYR_DOMAIN and"
                            + " configure the lease store");
        }
        return Path.of(home).resolve(inHome).resolve("devpayr");
    }
}
