package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads the current values of properties from the environment, to which Spring Boot attaches relaxed binding. A blank value
 * counts as not set, one with a placeholder that cannot be resolved is an error.
 */
public final class RefreshedProperties {
    private final ConfigurableEnvironment environment;

    /** Created when first used, since most applications read no list. */
    private final SingletonSupplier<Binder> binder;

    /** Creates a reader of an environment. */
    public RefreshedProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.binder = SingletonSupplier.of(() -> new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                value -> value instanceof String text ? environment.resolveRequiredPlaceholders(text) : value));
    }

    /**
     * Returns the value; null if it is not set.
     *
     * @throws ConfigurationException if the value refers to a property or variable that is not set
     */
    public @Nullable String get(String name) {
        try {
            String value = environment.getProperty(name);
            return value == null || value.isBlank() ? null : value;
        } catch (PlaceholderResolutionException unresolved) {
            throw missing(name, unresolved);
        }
    }

    /**
     * Returns the elements of a list; none if it is not set.
     *
     * @throws ConfigurationException if an element refers to a property or variable that is not set, or the list is malformed
     */
    public List<String> list(String name) {
        try {
            return binder.obtain().bind(name, Bindable.listOf(String.class)).orElse(List.of());
        } catch (BindException invalid) {
            throw malformed(name, invalid);
        }
    }

    /** Omits the cause, whose failure analysis would show the elements, unless it is a placeholder. */
    private static ConfigurationException malformed(String name, BindException invalid) {
        for (Throwable cause = invalid.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof PlaceholderResolutionException unresolved) {
                return missing(name, unresolved);
            }
        }
        return new ConfigurationException(name, "is not a list; number its elements from 0 without gaps");
    }

    private static ConfigurationException missing(String name, PlaceholderResolutionException unresolved) {
        return new ConfigurationException(
                name, "is missing: it refers to ${" + unresolved.getPlaceholder() + "}, which is not set", unresolved);
    }
}
