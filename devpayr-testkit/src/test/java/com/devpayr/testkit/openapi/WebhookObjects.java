package com.devpayr.testkit.openapi;

import com.devpayr.domain.ProjectDomain;
import com.devpayr.license.License;
import com.devpayr.project.Project;
import com.devpayr.testkit.internal.platform.Json;
import com.devpayr.webhook.WebhookEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The webhooks of the document, and their schemas and headers. Each event of {@code docs/wire-contract.md} has one. */
final class WebhookObjects {
    private static final String ORIGIN = "The name of the header is this library's, since DevPayr documents none.";
    private static final String SIGNATURE = "X-Devpayr-Signature";

    private WebhookObjects() {}

    /** A resource whose changes are events. */
    private enum Resource {
        PROJECT("ProjectWebhook", Project.class),
        DOMAIN("DomainWebhook", ProjectDomain.class),
        LICENSE("LicenseWebhook", License.class);

        private final String schema;
        private final Class<?> model;

        Resource(String schema, Class<?> model) {
            this.schema = schema;
            this.model = model;
        }

        boolean isIn(String event) {
            return event.startsWith(name().toLowerCase(Locale.ROOT) + ".");
        }

        static Resource of(String event) {
            for (Resource resource : values()) {
                if (resource.isIn(event)) {
                    return resource;
                }
            }
            throw new IllegalStateException("no resource of " + event);
        }
    }

    /** Returns the webhooks by the name of their event. */
    static Map<String, Object> create() {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        ContractPage.webhookEvents().forEach(event -> webhooks.put(event, Json.object("post", post(event))));
        return webhooks;
    }

    private static Map<String, Object> post(String event) {
        String constant = event.replace('.', '_').toUpperCase(Locale.ROOT);
        return Json.object(
                "summary",
                JavadocSummaries.value(WebhookEventType.class, constant),
                "tags",
                List.of("webhook"),
                "security",
                List.of(),
                "parameters",
                headerNames().stream()
                        .map(name -> Json.object("$ref", "#/components/parameters/" + name))
                        .toList(),
                "requestBody",
                Json.object(
                        "required",
                        true,
                        "content",
                        OperationObject.json(SchemaTypes.reference(Resource.of(event).schema))),
                "responses",
                Json.object(
                        "2XX",
                        Json.object(
                                "description", "Expected: " + ContractPage.webhookItem("expected response") + ".")));
    }

    private static List<String> headerNames() {
        return List.copyOf(headers().keySet());
    }

    /** Returns the headers by name. A delivery is not signed if neither the project nor the account has a webhook secret. */
    static Map<String, Object> headers() {
        Map<String, Object> headers = new LinkedHashMap<>();
        ContractPage.webhookHeaders()
                .forEach((name, description) -> headers.put(
                        name,
                        Json.object(
                                "name",
                                name,
                                "in",
                                "header",
                                "required",
                                !name.equals(SIGNATURE),
                                "description",
                                capitalized(description) + (description.endsWith(".") ? " " : ". ") + ORIGIN,
                                "schema",
                                Json.object("type", name.endsWith("Timestamp") ? "integer" : "string"))));
        return headers;
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns the schemas of the bodies by name. */
    static Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        for (Resource resource : Resource.values()) {
            schemas.put(resource.schema, schema(resource));
        }
        return schemas;
    }

    private static Map<String, Object> schema(Resource resource) {
        List<String> events = new ArrayList<>(ContractPage.webhookEvents());
        events.removeIf(event -> !resource.isIn(event));
        Map<String, Object> time = new SchemaTypes().of(Instant.class);
        time.put("description", "Time of the event.");
        return Json.object(
                "type",
                "object",
                "description",
                "A webhook. The shape of the body is this library's, since DevPayr documents none.",
                "required",
                List.of("event", "id", "created_at", "data"),
                "properties",
                Json.object(
                        "event",
                        Json.object("type", "string", "description", "Name of the event.", "enum", events),
                        "id",
                        Json.object(
                                "type", "string", "description", "Unique id of the delivery, for all its attempts."),
                        "created_at",
                        time,
                        "data",
                        SchemaTypes.reference(resource.model.getSimpleName())));
    }
}
