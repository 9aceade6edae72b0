package com.devpayr.testkit.openapi;

import static java.util.Objects.requireNonNullElse;

import com.devpayr.operation.Operation;
import com.devpayr.testkit.internal.platform.PlatformRequest;
import com.devpayr.testkit.model.SignedWebhook;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares requests, responses and webhooks with the checked-in OpenAPI document. Stricter than the document: objects must not have
 * other fields than it lists, since a field that the document does not mention is a defect of the document.
 */
public final class OpenApiValidator {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document = closed(OpenApiFiles.read());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** Returns the differences between an accepted request and the document. */
    public List<String> checkRequest(Operation operation, PlatformRequest request) {
        boolean isForm =
                operation == Operation.INJECTABLE_UPDATE && request.method().equals("POST");
        JsonNode body =
                operation(isForm ? OpenApiDocument.FORM_UPDATE : operation.id()).path("requestBody");
        String type = request.headers().getOrDefault("Content-Type", "").split(";", 2)[0];
        if (type.isEmpty()) {
            return body.path("required").asBoolean() ? List.of(operation.id() + " requires a body") : List.of();
        }
        return check(
                operation.id() + " request", body.path("content").path(type).path("schema"), json(request.input()));
    }

    /** Returns the differences between a response and the document. */
    public List<String> checkResponse(Operation operation, int status, byte[] body) {
        JsonNode responses = operation(operation.id()).path("responses");
        JsonNode response = responses.has(String.valueOf(status))
                ? responses.path(String.valueOf(status))
                : responses.path(status / 100 + "XX");
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asString().substring(1));
        }
        JsonNode schema = response.path("content").path("application/json").path("schema");
        try {
            return check(operation.id() + " response " + status, schema, JSON.readTree(body));
        } catch (JacksonException malformed) {
            return List.of(operation.id() + " response " + status + " is not JSON");
        }
    }

    /** Returns the names of the webhooks. */
    public Set<String> webhooks() {
        return Set.copyOf(document.path("webhooks").propertyNames());
    }

    /** Returns the differences between a webhook and the document. */
    public List<String> checkWebhook(SignedWebhook webhook) {
        String what = webhook.event() + " webhook";
        JsonNode post = document.path("webhooks").path(webhook.event()).path("post");
        Set<String> undocumented = new TreeSet<>(webhook.headers().keySet());
        String type = requireNonNullElse(webhook.headers().get("Content-Type"), "");
        undocumented.remove("Content-Type");
        JsonNode schema = post.path("requestBody").path("content").path(type).path("schema");
        List<String> differences = new ArrayList<>(check(what, schema, JSON.readTree(webhook.body())));
        for (JsonNode reference : post.path("parameters")) {
            JsonNode header = document.at(reference.path("$ref").asString().substring(1));
            String name = header.path("name").asString();
            undocumented.remove(name);
            differences.addAll(
                    checkHeader(what + " " + name, header, webhook.headers().get(name)));
        }
        undocumented.forEach(name -> differences.add(what + " " + name + " is not in the document"));
        return differences;
    }

    private List<String> checkHeader(String what, JsonNode header, @Nullable String value) {
        if (value == null) {
            return header.path("required").asBoolean() ? List.of(what + " is missing") : List.of();
        }
        boolean isNumber = header.path("schema").path("type").asString().equals("integer");
        return check(what, header.path("schema"), isNumber ? JSON.readTree(value) : JSON.valueToTree(value));
    }

    private List<String> check(String what, JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            return List.of(what + " is not in the document");
        }
        return schemas.computeIfAbsent(schema.toString(), unseen -> compile(schema)).validate(value).stream()
                .map(error -> what + ": " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** References begin at the root of the document, so that the schema is compiled with the components beside it. */
    private Schema compile(JsonNode schema) {
        ObjectNode root = ((ObjectNode) schema).deepCopy();
        root.set("components", document.path("components"));
        return registry.getSchema(root);
    }

    private JsonNode operation(String id) {
        return Stream.of(document.path("paths"))
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.path("operationId").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.has("properties")) {
            schema.put("additionalProperties", false);
        }
        node.forEach(OpenApiValidator::closed);
        return node;
    }

    private static JsonNode json(Map<String, ?> fields) {
        Map<String, Object> json = new LinkedHashMap<>();
        fields.forEach((name, value) -> json.put(name, value instanceof byte[] file ? file.length + " bytes" : value));
        return JSON.valueToTree(json);
    }
}
