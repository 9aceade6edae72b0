package com.devpayr.spring.webhook.servlet;

import com.devpayr.spring.webhook.WebhookAutoConfiguration;
import com.devpayr.spring.webhook.WebhookPath;
import com.devpayr.spring.webhook.WebhookProcessor;
import com.devpayr.spring.webhook.WebhookProperties;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Auto-configuration for the webhook endpoint in Spring MVC. */
@AutoConfiguration(after = WebhookAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(WebhookProcessor.class)
public final class WebhookRouteAutoConfiguration {
    /** Not lazy, so that an invalid setting fails the start. */
    @Bean
    @Lazy(false)
    RouterFunction<ServerResponse> devPayrWebhookRoute(WebhookProcessor processor, WebhookProperties properties) {
        return RouterFunctions.route()
                .POST(WebhookPath.require(properties.path()), request -> process(processor, request))
                .build();
    }

    private static ServerResponse process(WebhookProcessor processor, ServerRequest request) throws IOException {
        WebhookProcessor.Response response = processor.process(
                request.headers()::firstHeader, request.servletRequest().getInputStream());
        ServerResponse.BodyBuilder builder = ServerResponse.status(response.status());
        return response.text().isEmpty()
                ? builder.build()
                : builder.contentType(MediaType.TEXT_PLAIN).body(response.text());
    }
}
