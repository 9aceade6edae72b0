package com.devpayr.internal.file;

import com.devpayr.error.ConfigurationException;
import java.nio.file.InvalidPathException;
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
     * @throws ConfigurationException if the user has no home directory
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
        Path directory = absolute(base);
        return directory != null
                ? directory.resolve("devpayr")
                : home(properties).resolve(inHome).resolve("devpayr");
    }

    /** A user without a home directory, as in a container, has {@code ?}, an empty path or the root directory. */
    private static Path home(Function<String, @Nullable String> properties) {
        String value = properties.apply("user.home");
        Path home = absolute(value);
        if (home == null || home.getNameCount() == 0) {
            throw new ConfigurationException(
                    "user.home",
                    (value == null ? "is not set" : "is '" + value + "'")
                            + ", so there is no home directory for persistent state; set it, or set DEVPAYR_DOMAIN and"
                            + " configure the lease store");
        }
        return home;
    }

    /** Returns null for a path that depends on the working directory, which may differ per start. */
    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null) {
            return null;
        }
        try {
            Path parsed = Path.of(path).normalize();
            return parsed.isAbsolute() ? parsed : null;
        } catch (InvalidPathException unusable) {
            return null;
        }
    }
}
