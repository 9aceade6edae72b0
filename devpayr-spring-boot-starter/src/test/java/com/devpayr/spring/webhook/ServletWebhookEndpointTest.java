package com.devpayr.spring.webhook;

import org.springframework.boot.WebApplicationType;

class ServletWebhookEndpointTest extends WebhookEndpointContract {
    ServletWebhookEndpointTest() {
        super(WebApplicationType.SERVLET);
    }
}
