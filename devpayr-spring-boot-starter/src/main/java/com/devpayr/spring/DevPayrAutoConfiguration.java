package com.devpayr.spring;

import com.devpayr.config.DevPayrConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;

/** Auto-configuration for {@link DevPayrConfig}. */
@AutoConfiguration
@EnableConfigurationProperties(DevPayrProperties.class)
public final class DevPayrAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(DevPayrConnectionDetails.class)
    PropertiesConnectionDetails devPayrConnectionDetails(ConfigurableEnvironment environment) {
        return new PropertiesConnectionDetails(environment);
    }

    /** Lazy, so that an application that creates its own clients does not have to configure credentials here. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    DevPayrConfig devPayrConfig(
            DevPayrProperties properties,
            DevPayrConnectionDetails connection,
            ConfigurableEnvironment environment,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<DevPayrConfigCustomizer> customizers) {
        return ConfigFactory.create(
                properties,
                connection,
                environment,
                ConfiguredSslBundle.context(properties, bundles),
                customizers.orderedStream());
    }
}
