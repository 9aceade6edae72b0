package com.devpayr.spring.injectable;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.injectables.ApplyLimits;
import com.devpayr.injectables.FileProcessor;
import com.devpayr.injectables.InjectableApplier;
import com.devpayr.injectables.InjectableProcessor;
import com.devpayr.secret.Secret;
import com.devpayr.spring.DevPayrAutoConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration of an {@link InjectableApplier}. With {@code devpayr.injectables.root}, a {@link FileProcessor}
 * writes the injectables to files, unless the application defines an {@link InjectableProcessor} of its own. The
 * application decides when to apply injectables.
 */
@AutoConfiguration(after = DevPayrAutoConfiguration.class)
@Conditional(OnInjectableProcessorCondition.class)
@EnableConfigurationProperties(InjectableProperties.class)
public final class InjectableAutoConfiguration {
    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    @ConditionalOnProperty("devpayr.injectables.root")
    @ConditionalOnMissingBean(InjectableProcessor.class)
    FileProcessor devPayrFileProcessor(InjectableProperties properties) {
        return FileProcessor.rootedAt(requireDirectory(properties.root())).withDryRun(properties.dryRun());
    }

    private static Path requireDirectory(@Nullable Path root) {
        if (root == null || !Files.isDirectory(root)) {
            throw new ConfigurationException(
                    "devpayr.injectables.root",
                    "is '" + root + "', which is not a directory; it must exist before the application starts");
        }
        return root;
    }

    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    @ConditionalOnBean(InjectableProcessor.class)
    @ConditionalOnMissingBean
    InjectableApplier devPayrInjectableApplier(
            DevPayrConfig config, InjectableProcessor processor, InjectableProperties properties) {
        return InjectableApplier.create(() -> crypto(config, properties), processor)
                .withLimits(limits(properties.limits()));
    }

    private static InjectableCrypto crypto(DevPayrConfig config, InjectableProperties properties) {
        Secret secret = config.secret();
        if (secret == null) {
            throw new ConfigurationException(
                    "devpayr.secret", "is not set; it is required to decrypt injectables and verify their signatures");
        }
        InjectableCrypto crypto = InjectableCrypto.create(secret);
        return properties.acceptUnsigned() ? crypto.dangerouslyAcceptUnsigned() : crypto;
    }

    private static ApplyLimits limits(InjectableProperties.Limits limits) {
        if (limits.size().toBytes() > Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    "devpayr.injectables.limits.size", "is " + limits.size() + "; it must be less than 2GB");
        }
        return ApplyLimits.builder()
                .maxInjectables(limits.count())
                .maxBytesPerInjectable((int) limits.size().toBytes())
                .maxTotalBytes(limits.totalSize().toBytes())
                .build();
    }
}
