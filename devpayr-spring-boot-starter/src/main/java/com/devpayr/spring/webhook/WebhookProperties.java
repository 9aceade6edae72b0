package com.devpayr.spring.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties for the webhook endpoint. The names of the headers and the signed content are not documented by
 * DevPayr. The secrets are declared here for their metadata only: they are read from the environment for every delivery.
 *
 * @param path Path of the endpoint that receives webhooks. If not set, there is no endpoint.
 * @param secret Webhook secret of the project or account. Read for every delivery.
 * @param previousSecrets Other secrets whose signatures are accepted, for the time in which a secret is replaced.
 * @param tolerance Maximum difference between the signed timestamp of a delivery and the current time.
 * @param signedContent Content that the signature covers, with the placeholders '{timestamp}', '{id}' and '{body}'.
 * @param maxBodySize Maximum size of a delivery.
 * @param projectId ID of the project whose events refresh the license guard. If not set, events of all projects do.
 * @param header Names of the headers of a delivery.
 */
@ConfigurationProperties("devpayr.webhooks")
public record WebhookProperties(
        @Nullable String path,
        @Nullable String secret,
        @DefaultValue({}) List<String> previousSecrets,
        @DefaultValue("5m") Duration tolerance,
        @DefaultValue("{timestamp}.{body}") String signedContent,
        @DefaultValue("1MB") DataSize maxBodySize,
        @Nullable Long projectId,
        @DefaultValue Header header) {

    /**
     * Names of the headers of a delivery.
     *
     * @param signature Name of the header with the signature.
     * @param timestamp Name of the header with the time of the attempt in seconds since 1970.
     * @param event Name of the header with the event type, which is used if the body contains none.
     * @param delivery Name of the header with the ID of the event, which is used if the body contains none.
     */
    public record Header(
            @DefaultValue("X-Devpayr-Signature") String signature,
            @DefaultValue("X-Devpayr-Timestamp") String timestamp,
            @DefaultValue("X-Devpayr-Event") String event,
            @DefaultValue("X-Devpayr-Delivery") String delivery) {}

    /** Returns a text with the path. Does not contain the secrets. */
    @Override
    public String toString() {
        return "WebhookProperties[path=" + path + "]";
    }
}
