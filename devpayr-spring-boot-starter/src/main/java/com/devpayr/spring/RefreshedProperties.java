package com.devpayr.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the current values of properties from the environment, with relaxed binding. A blank value counts as not set. */
final class RefreshedProperties {
    private static final Bindable<String> TEXT = Bindable.of(String.class);

    private final Binder binder;

    RefreshedProperties(ConfigurableEnvironment environment) {
        this.binder = new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                new PropertySourcesPlaceholdersResolver(environment));
    }

    @Nullable
    String get(String name) {
        String value = binder.bind(name, TEXT).orElse("");
        return value.isBlank() ? null : value;
    }
}
