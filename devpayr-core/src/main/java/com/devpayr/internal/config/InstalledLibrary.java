package com.devpayr.internal.config;

import com.devpayr.error.ConfigurationException;
import com.devpayr.error.DevPayrException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A library that the application's build selects the version of, such as Feign.
 *
 * <pre>{@code
 * InstalledLibrary.require("io.github.openfeign", "feign-core", "13.6", FeignDevPayr.class);
 * }</pre>
 */
public final class InstalledLibrary {
    /** The setting that a {@link ConfigurationException} names if a library is missing or has the wrong version. */
    public static final String CLASS_PATH = "class path";

    private static final String HINT =
            "; check the versions in your build (mvn dependency:tree or gradle dependencies) against docs/support.md";

    private InstalledLibrary() {}

    /**
     * Checks the version of a library, which Maven records in its JAR. A version that cannot be determined, as in a shaded
     * JAR, is accepted.
     *
     * @param needed the oldest supported version
     * @param user a class whose class loader sees the library
     * @throws ConfigurationException if the version is older
     */
    public static void require(String group, String artifact, String needed, Class<?> user) {
        check(group + ":" + artifact, recordedVersion(group, artifact, user), needed);
    }

    static void check(String library, @Nullable String found, String needed) {
        if (found != null && isOlder(found, needed)) {
            throw new ConfigurationException(
                    CLASS_PATH,
                    "contains " + library + " " + found + ", but DevPayr requires version " + needed + " or later"
                            + HINT);
        }
    }

    private static @Nullable String recordedVersion(String group, String artifact, Class<?> user) {
        String resource = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream recorded = user.getClassLoader().getResourceAsStream(resource)) {
            if (recorded == null) {
                return null;
            }
            Properties properties = new Properties();
            properties.load(recorded);
            return properties.getProperty("version");
        } catch (IOException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** Compares the leading numbers, so that {@code 13.6-RC1} is not older than {@code 13.6}. */
    private static boolean isOlder(String found, String needed) {
        String[] numbers = found.split("\\D+", -1);
        String[] required = needed.split("\\.", -1);
        for (int i = 0; i < required.length; i++) {
            int difference = number(numbers, i) - number(required, i);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static int number(String[] numbers, int index) {
        return index >= numbers.length || numbers[index].isEmpty() ? 0 : Integer.parseInt(numbers[index]);
    }

    /**
     * Returns the exception for a class, method or field that is missing or incompatible at run time. It is a defect of the
     * installation, which no later attempt repairs.
     */
    public static ConfigurationException defect(LinkageError failure) {
        return new ConfigurationException(
                CLASS_PATH,
                "is defective: " + failure + "; a library is missing or has an incompatible version" + HINT,
                failure);
    }

    /** Returns the error behind an exception that {@link #defect} created; null for any other. */
    public static @Nullable LinkageError defectOf(@Nullable DevPayrException exception) {
        return exception != null && exception.getCause() instanceof LinkageError defect ? defect : null;
    }
}
