package com.devpayr.testkit.openapi;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.operation.RetrySafety;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The responses of operations. */
final class Responses {
    private Responses() {}

    static Map<String, Object> of(Operation operation, Method method) {
        Map<String, Object> responses = new LinkedHashMap<>();
        String success = operation.retrySafety() == RetrySafety.CREATE ? "201" : "200";
        responses.put(
                success,
                Json.object("description", "Success.", "content", OperationObject.json(success(operation, method))));
        for (String status : statuses(operation, method)) {
            responses.put(status, Json.object("$ref", "#/components/responses/" + status));
        }
        return responses;
    }

    private static List<String> statuses(Operation operation, Method method) {
        List<String> statuses = new ArrayList<>();
        boolean hasBody = Stream.of(method.getParameterTypes()).anyMatch(OpenApiDocument::isBody);
        if (hasBody || operation.credential() == Credential.LICENSE_KEY || OpenApiDocument.isPaymentQuery(method)) {
            statuses.add("400");
        }
        if (operation.credential() != null) {
            statuses.addAll(List.of("401", "403"));
        }
        if (!operation.pathParameters().isEmpty()) {
            statuses.add("404");
        }
        if (hasBody || OpenApiDocument.hasPages(method) || operation == Operation.LICENSE_DELETE) {
            statuses.add("422");
        }
        statuses.addAll(List.of("429", "5XX"));
        return statuses;
    }

    private static Map<String, Object> success(Operation operation, Method method) {
        if (operation == Operation.PING) {
            Map<String, Object> text = Json.object("type", "string");
            return object(Json.object("status", text, "message", text), "status");
        }
        Map<String, Object> properties = Json.object(
                "status", Json.object("type", "string"),
                "message", Json.object("type", "string"),
                "data", data(operation, method),
                "errors", Json.object("type", "null"));
        return object(properties, "data");
    }

    private static Map<String, Object> data(Operation operation, Method method) {
        if (method.getReturnType() == void.class) {
            return Json.object("type", List.of("object", "null"));
        }
        if (method.getGenericReturnType() instanceof ParameterizedType page) {
            return page(operation, (Class<?>) page.getActualTypeArguments()[0]);
        }
        return SchemaTypes.reference(method.getReturnType().getSimpleName());
    }

    private static Map<String, Object> page(Operation operation, Class<?> row) {
        boolean isStream = operation == Operation.INJECTABLE_STREAM;
        String list = isStream ? "injectables" : "data";
        Map<String, Object> properties = Json.object(
                list,
                Json.object("type", "array", "items", SchemaTypes.reference(row.getSimpleName())),
                "per_page",
                Json.object("type", "integer"),
                "next_cursor",
                Json.object(
                        "type",
                        List.of("string", "null"),
                        "description",
                        "The cursor of the next page; null on the last."));
        if (isStream) {
            properties.put("has_more", Json.object("type", "boolean"));
        }
        return object(properties, list, "next_cursor");
    }

    private static Map<String, Object> object(Map<String, Object> properties, String... required) {
        return Json.object("type", "object", "required", List.of(required), "properties", properties);
    }

    /** Returns the responses to failed requests by status. */
    static Map<String, Object> errors() {
        Map<String, Object> responses = new LinkedHashMap<>();
        ContractPage.errors().forEach((status, meaning) -> {
            Map<String, Object> response = Json.object("description", meaning);
            if (status.equals("429")) {
                response.put(
                        "headers",
                        Json.object(
                                "Retry-After",
                                Json.object(
                                        "description",
                                        "Seconds or an HTTP date.",
                                        "schema",
                                        Json.object("type", "string"))));
            }
            response.put("content", OperationObject.json(SchemaTypes.reference("Error")));
            responses.put(status, response);
        });
        return responses;
    }

    static Map<String, Object> errorSchema() {
        Map<String, Object> messages = Json.object("type", "array", "items", Json.object("type", "string"));
        Map<String, Object> error = object(
                Json.object(
                        "status", Json.object("type", "string"),
                        "message", Json.object("type", "string"),
                        "data", Json.object("type", "null"),
                        "errors",
                                Json.object(
                                        "type",
                                        List.of("object", "null"),
                                        "description",
                                        "The messages of each invalid field.",
                                        "additionalProperties",
                                        messages)),
                "message");
        error.put("description", "A failed request. The HTTP status classifies it.");
        return error;
    }
}
