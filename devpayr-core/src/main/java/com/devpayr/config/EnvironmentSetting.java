package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A setting in the environment: {@code NAME} holds the value, or {@code NAME_FILE} the path of a file that does. */
final class EnvironmentSetting {
    private EnvironmentSetting() {}

    /**
     * The setting's value, {@link FixedSupplier} unless it is in a file, which is read anew each time; null when it is not set.
     *
     * @throws ConfigurationException when both are set, or the file cannot be read
     */
    static @Nullable Supplier<String> find(SystemEnvironment environment, String name) {
        String value = environment.variable(name);
        String file = environment.variable(name + "_FILE");
        if (value != null && file != null) {
            throw new ConfigurationException(
                    name, "and " + name + "_FILE are both set; unset one, so that it is clear which is meant");
        }
        if (file != null) {
            return MountedFile.open(name + "_FILE", path(name + "_FILE", file));
        }
        return value == null ? null : new FixedSupplier<>(value);
    }

    private static Path path(String name, String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException impossible) {
            throw new ConfigurationException(
                    name, "names a file that cannot be read, since its name is impossible here; check the path");
        }
    }
}
