package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the operating system wants a user's programs to keep what they must remember: never the temp directory. */
public final class StateDirectory {
    private StateDirectory() {}

    /**
     * DevPayr's folder there, which need not exist yet.
     *
     * @throws ConfigurationException when this process has no home directory
     */
    public static Path of(SystemEnvironment environment) {
        String system = environment.property("os.name");
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return below(environment.variable("LOCALAPPDATA"), environment, "AppData/Local");
        }
        if (system != null && system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return below(null, environment, "Library/Application Support");
        }
        return below(environment.variable("XDG_STATE_HOME"), environment, ".local/state");
    }

    private static Path below(@Nullable String named, SystemEnvironment environment, String inHome) {
        if (named != null) {
            return Path.of(named).resolve("devpayr");
        }
        String home = environment.property("user.home");
        if (home == null) {
            throw new ConfigurationException(
                    "user.home",
                    "is not set: this process has no home directory to keep anything in; set it, or set DEVPAYR_DOMAIN"
                            + " and choose another place for the lease");
        }
        return Path.of(home).resolve(inHome).resolve("devpayr");
    }
}
