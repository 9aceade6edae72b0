package com.devpayr.jackson.internal;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.error.WebhookRejectedException;
import com.devpayr.error.WebhookRejectedException.Reason;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.webhook.VerifiedWebhook;
import com.devpayr.webhook.WebhookEvent;
import com.devpayr.webhook.WebhookEventType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events from the bodies of verified webhooks. Lenient, since DevPayr does not document the body: only an event type is
 * required, and a resource that cannot be read is null. Thread-safe.
 *
 * <p>Source: {@code docs/wire-contract.md}, Webhooks.
 */
public final class WebhookEventReader {
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final ObjectReader documents;

    /** Creates a reader for bodies up to a size, which the verifier enforces. */
    public WebhookEventReader(int maxBytes) {
        this.mapper = WireMapper.create(maxBytes);
        this.documents = mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The event of a delivery.
     *
     * @param event the event
     * @param replayKey text that is the same for repeated deliveries of the event; always covered by the signature
     */
    public record Result(WebhookEvent event, String replayKey) {}

    /**
     * Reads the event.
     *
     * @throws WebhookRejectedException if the body is not an event
     */
    public Result read(VerifiedWebhook verified) {
        byte[] body = verified.body();
        JsonNode document = parse(body);
        String signedId = text(document, "id");
        String type = firstOf(text(document, "event"), verified.eventHeader());
        if (type == null) {
            throw new WebhookRejectedException(Reason.MALFORMED, "contains no event type");
        }
        String id = firstOf(signedId, verified.deliveryHeader());
        WebhookEvent.Builder event = WebhookEvent.builder(
                        id == null ? verified.digest() : id, new WebhookEventType(type))
                .createdAt(time(text(document, "created_at")))
                .body(new String(body, StandardCharsets.UTF_8));
        addData(event, type, document.path("data"));
        return new Result(event.build(), signedId == null ? verified.digest() : signedId);
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode document = documents.readValue(body);
            if (document.isObject()) {
                return document;
            }
        } catch (JacksonException invalid) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED,
                    "is " + MalformedResponseException.of(invalid).getMessage());
        }
        throw new WebhookRejectedException(Reason.MALFORMED, "is not a JSON object");
    }

    private void addData(WebhookEvent.Builder event, String type, JsonNode data) {
        if (!data.isObject()) {
            return;
        }
        event.data(mapper.convertValue(data, FIELDS));
        switch (type.split("\\.", 2)[0]) {
            case "project" -> event.project(resource(data, Project.class));
            case "domain" -> event.domain(resource(data, ProjectDomain.class));
            case "license" -> event.license(resource(data, License.class));
            default -> {}
        }
    }

    /** Returns the resource; null if a required field is missing or a field is of the wrong type. */
    private <T> @Nullable T resource(JsonNode data, Class<T> type) {
        try {
            return mapper.treeToValue(data, type);
        } catch (JacksonException incomplete) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode document, String field) {
        JsonNode value = document.path(field);
        return value.isString() || value.isNumber() ? blankToNull(value.asString()) : null;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first != null || second == null ? first : blankToNull(second);
    }

    private static @Nullable String blankToNull(String value) {
        return value.isBlank() ? null : value;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : WireTimestamps.read(text);
        } catch (DateTimeException | NumberFormatException notATime) {
            return null;
        }
    }
}
