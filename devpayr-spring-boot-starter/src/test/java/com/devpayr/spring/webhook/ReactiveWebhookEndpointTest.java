package com.devpayr.spring.webhook;

import org.springframework.boot.WebApplicationType;

class ReactiveWebhookEndpointTest extends WebhookEndpointContract {
    ReactiveWebhookEndpointTest() {
        super(WebApplicationType.REACTIVE);
    }
}
