package com.devpayr.spring;

import com.devpayr.config.SystemEnvironment;
import com.devpayr.internal.config.SettingNames;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@link DevPayrConnectionDetails} backed by the current values of the {@code devpayr.*} properties. Also serves as the
 * environment of the client configuration, which reads secrets from files: the variable {@code DEVPAYR_SECRET_FILE} is mapped
 * to the property {@code devpayr.secret-file}.
 */
final class PropertiesConnectionDetails implements DevPayrConnectionDetails, SystemEnvironment {
    private final ConfigurableEnvironment environment;
    private final RefreshedProperties properties;

    PropertiesConnectionDetails(ConfigurableEnvironment environment) {
        this.environment = environment;
        this.properties = new RefreshedProperties(environment);
    }

    @Override
    public @Nullable String baseUrl() {
        return properties.get("devpayr.base-url");
    }

    @Override
    public @Nullable String apiKey() {
        return unlessInFile("devpayr.api-key");
    }

    @Override
    public @Nullable String licenseKey() {
        return unlessInFile("devpayr.license-key");
    }

    @Override
    public @Nullable String secret() {
        return unlessInFile("devpayr.secret");
    }

    @Override
    public @Nullable String domain() {
        return unlessInFile("devpayr.domain");
    }

    /** If a file is configured, the client configuration reads it and rejects a value in addition. */
    private @Nullable String unlessInFile(String name) {
        return properties.get(name + "-file") == null ? properties.get(name) : null;
    }

    @Override
    public @Nullable String variable(String name) {
        String property = SettingNames.propertyOfVariable(name);
        if (property == null) {
            return blankToNull(environment.getProperty(name));
        }
        String value = properties.get(property);
        return value != null && name.endsWith("_FILE") ? FileLocation.path(property, value) : value;
    }

    @Override
    public @Nullable String property(String name) {
        return SystemEnvironment.system().property(name);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
