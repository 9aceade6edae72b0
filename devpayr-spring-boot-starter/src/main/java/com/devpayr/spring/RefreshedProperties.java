package com.devpayr.spring;

import com.devpayr.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Reads the current values of properties from the environment, with relaxed binding. A blank value counts as not set, one with a
 * placeholder that cannot be resolved is an error.
 */
final class RefreshedProperties {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}:]+}");
    private static final Bindable<String> TEXT = Bindable.of(String.class);

    private final Binder binder;

    RefreshedProperties(ConfigurableEnvironment environment) {
        this.binder = new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                new PropertySourcesPlaceholdersResolver(environment));
    }

    /**
     * Returns the value; null if it is not set.
     *
     * @throws ConfigurationException if the value refers to a property or variable that is not set
     */
    @Nullable
    String get(String name) {
        String value = requireResolved(name, binder.bind(name, TEXT).orElse(""));
        return value.isBlank() ? null : value;
    }

    /**
     * Returns a value.
     *
     * @throws ConfigurationException if it refers to a property or variable that is not set
     */
    static String requireResolved(String name, String value) {
        Matcher unresolved = PLACEHOLDER.matcher(value); // the binder leaves it as it is
        if (unresolved.find()) {
            throw new ConfigurationException(
                    name, "is missing: it refers to " + unresolved.group() + ", which is not set");
        }
        return value;
    }
}
