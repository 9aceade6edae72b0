package com.devpayr.spring.webhook.reactive;

import com.devpayr.spring.webhook.WebhookAutoConfiguration;
import com.devpayr.spring.webhook.WebhookPath;
import com.devpayr.spring.webhook.WebhookProcessor;
import com.devpayr.spring.webhook.WebhookProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Auto-configuration for the webhook endpoint in Spring WebFlux. */
@AutoConfiguration(after = WebhookAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnBean(WebhookProcessor.class)
public final class ReactiveWebhookRouteAutoConfiguration {
    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    RouterFunction<ServerResponse> devPayrWebhookRoute(WebhookProcessor processor, WebhookProperties properties) {
        return RouterFunctions.route()
                .POST(WebhookPath.require(properties.path()), new ReactiveWebhookHandler(processor))
                .build();
    }
}
