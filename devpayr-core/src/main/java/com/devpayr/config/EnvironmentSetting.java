package com.devpayr.config;

import com.devpayr.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A setting from the environment: the variable {@code NAME}, or the file that {@code NAME_FILE} refers to. */
final class EnvironmentSetting {
    private EnvironmentSetting() {}

    /**
     * Returns a supplier of the converted value; null if the setting is not set. Converts the current value immediately.
     *
     * @throws ConfigurationException if both variables are set, the file cannot be read or the converter rejects the value
     */
    static <T> @Nullable Supplier<T> find(SystemEnvironment environment, String name, Function<String, T> converter) {
        Supplier<String> text = find(environment, name);
        if (text == null) {
            return null;
        }
        return text instanceof FixedSupplier<String> fixed
                ? fixed.map(converter)
                : new ConvertingSupplier<>(text, converter);
    }

    /**
     * Returns a supplier of the value; null if the setting is not set. A {@link FixedSupplier} for a variable; for a file, a
     * supplier that reads the file again when it changes.
     *
     * @throws ConfigurationException if both variables are set or the file cannot be read
     */
    static @Nullable Supplier<String> find(SystemEnvironment environment, String name) {
        String value = environment.variable(name);
        String fileName = name + "_FILE";
        String file = environment.variable(fileName);
        if (value != null && file != null) {
            throw new ConfigurationException(name, "and " + fileName + " are both set; unset one of them");
        }
        if (file != null) {
            return MountedFile.create(fileName, path(fileName, file));
        }
        return value == null ? null : new FixedSupplier<>(value);
    }

    private static Path path(String name, String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException invalid) {
            throw new ConfigurationException(
                    name, "is not a valid path, so it cannot be read; set the path of a readable file");
        }
    }
}
