package com.devpayr.examples.billing;

import com.devpayr.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the shop sells, and to whom it listens.
 *
 * @param projectId the product's project at DevPayr
 * @param webhookSecret what the payment provider signs its events with
 * @param tolerance how old or how far ahead an event's signature may be
 * @param outbox the folder that license keys are put into for the mail to pick up
 */
@ConfigurationProperties("billing")
record BillingProperties(
        long projectId,
        Secret webhookSecret,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("data/outbox") Path outbox) {}
