package com.devpayr.examples.billing;

import com.devpayr.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the shop.
 *
 * @param projectId ID of the product's project in DevPayr.
 * @param webhookSecret Secret that the payment provider signs its events with.
 * @param tolerance Maximum difference between the time of a signature and the current time.
 * @param outbox Directory that license keys are written to for the mailer.
 */
@ConfigurationProperties("billing")
record BillingProperties(
        long projectId,
        Secret webhookSecret,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("data/outbox") Path outbox) {}
