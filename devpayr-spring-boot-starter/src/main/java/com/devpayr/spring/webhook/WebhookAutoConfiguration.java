package com.devpayr.spring.webhook;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.jackson.Webhooks;
import com.devpayr.spring.guard.GuardAutoConfiguration;
import com.devpayr.webhook.LicenseGuardRefresher;
import com.devpayr.webhook.WebhookReplayStore;
import com.devpayr.webhook.WebhookVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** Auto-configuration for the reception of webhooks in web applications. */
@AutoConfiguration(after = GuardAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnProperty("devpayr.webhooks.path")
@EnableConfigurationProperties(WebhookProperties.class)
public final class WebhookAutoConfiguration {
    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean
    WebhookVerifier devPayrWebhookVerifier(WebhookProperties properties, ConfigurableEnvironment environment) {
        return WebhookVerifier.builder(new WebhookSecrets(environment))
                .tolerance(properties.tolerance())
                .signedContent(properties.signedContent())
                .maxBodyBytes(bytes(properties.maxBodySize()))
                .signatureHeader(properties.header().signature())
                .timestampHeader(properties.header().timestamp())
                .eventHeader(properties.header().event())
                .deliveryHeader(properties.header().delivery())
                .build();
    }

    private static int bytes(DataSize size) {
        if (size.toBytes() >= Integer.MAX_VALUE) {
            throw new ConfigurationException(
                    "devpayr.webhooks.max-body-size", "is " + size + "; it must be less than 2GB");
        }
        return (int) size.toBytes();
    }

    @Bean
    @ConditionalOnMissingBean
    Webhooks devPayrWebhooks(WebhookVerifier verifier, ObjectProvider<WebhookReplayStore> replayStores) {
        Webhooks webhooks = Webhooks.create(verifier);
        WebhookReplayStore shared = replayStores.getIfUnique();
        return shared == null ? webhooks : webhooks.withReplayStore(shared);
    }

    @Bean
    @ConditionalOnBean(LicenseGuard.class)
    @ConditionalOnMissingBean
    LicenseGuardRefresher devPayrLicenseGuardRefresher(
            LicenseGuard guard, DevPayrConfig config, WebhookProperties properties) {
        LicenseGuardRefresher refresher = LicenseGuardRefresher.create(guard, config);
        Long projectId = properties.projectId();
        return projectId == null ? refresher : refresher.withProject(projectId);
    }

    @Bean
    WebhookProcessor devPayrWebhookProcessor(
            Webhooks webhooks, ApplicationEventPublisher publisher, ObjectProvider<LicenseGuardRefresher> refreshers) {
        return new WebhookProcessor(webhooks, publisher, refreshers.getIfUnique());
    }
}
