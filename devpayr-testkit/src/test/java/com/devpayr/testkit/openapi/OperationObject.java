package com.devpayr.testkit.openapi;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The OpenAPI object of an operation. */
final class OperationObject {
    private OperationObject() {}

    static Map<String, Object> of(Operation operation, Method method) {
        Map<String, Object> object = head(operation, operation.id(), method);
        Stream.of(method.getParameterTypes())
                .filter(OpenApiDocument::isBody)
                .forEach(body -> object.put("requestBody", body(operation, body.getSimpleName())));
        if (operation == Operation.PAYMENT_CHECK) {
            Map<String, Object> empty = Json.object("type", List.of("object", "array"), "maxItems", 0);
            object.put("requestBody", Json.object("content", json(empty)));
        }
        object.put("responses", Responses.of(operation, method));
        return object;
    }

    /** Returns the update of an injectable with a file, which PHP only parses in a POST. */
    static Map<String, Object> ofFormUpdate(Operation operation, Method method) {
        Map<String, Object> object = head(operation, OpenApiDocument.FORM_UPDATE, method);
        object.put("summary", "Updates the given fields of an injectable and its file.");
        object.put("requestBody", Json.object("required", true, "content", form("InjectableUpdate")));
        object.put("responses", Responses.of(operation, method));
        return object;
    }

    private static Map<String, Object> head(Operation operation, String id, Method method) {
        String name = operation.name();
        int resource = name.indexOf('_');
        Map<String, Object> object =
                Json.object("operationId", id, "summary", JavadocSummaries.constant(Operation.class, name));
        operation.reconciliationHint().ifPresent(hint -> object.put("description", "If the response is lost: " + hint));
        object.put("tags", List.of(operation.id().substring(0, resource < 0 ? name.length() : resource)));
        Credential credential = operation.credential();
        object.put("security", credential == null ? List.of() : List.of(Json.object(credential.header(), List.of())));
        object.put("parameters", Parameters.of(operation, method));
        return object;
    }

    private static Map<String, Object> body(Operation operation, String schema) {
        Map<String, Object> content = json(SchemaTypes.reference(schema));
        if (operation == Operation.INJECTABLE_CREATE) {
            content.putAll(form(schema));
        }
        return Json.object("required", true, "content", content);
    }

    static Map<String, Object> json(Map<String, Object> schema) {
        return Json.object("application/json", Json.object("schema", schema));
    }

    private static Map<String, Object> form(String schema) {
        return Json.object("multipart/form-data", Json.object("schema", SchemaTypes.reference(schema + "Form")));
    }
}
