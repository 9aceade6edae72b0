package com.devpayr.jackson.internal;

import com.devpayr.internal.policy.ErrorBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Parser of error bodies in all forms that DevPayr uses: its envelope, a single message, Laravel's messages by field. Other
 * content is ignored, since the status determines the exception.
 */
final class ErrorBodyParser {
    private ErrorBodyParser() {}

    static ErrorBody parse(JsonNode body) {
        JsonNode message = body.path("message");
        return new ErrorBody(message.isString() ? message.stringValue() : null, fields(body.path("errors")));
    }

    private static Map<String, List<String>> fields(JsonNode errors) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        errors.properties().forEach(field -> fields.put(field.getKey(), texts(field.getValue())));
        return fields;
    }

    private static List<String> texts(JsonNode messages) {
        List<String> texts = new ArrayList<>();
        if (messages.isArray()) {
            messages.forEach(message -> texts.addAll(texts(message)));
        } else if (messages.isString()) {
            texts.add(messages.stringValue());
        }
        return texts;
    }
}
