package com.devpayr.jackson.internal;

import com.devpayr.internal.policy.ErrorBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parser of error bodies in all forms that DevPayr uses: its envelope, a single message, Laravel's messages by field. Other
 * content is ignored, since the status determines the exception.
 */
final class ErrorBodyParser {
    private ErrorBodyParser() {}

    /** @param body as maps, lists and strings */
    static ErrorBody parse(@Nullable Object body) {
        if (!(body instanceof Map<?, ?> object)) {
            return ErrorBody.EMPTY;
        }
        return new ErrorBody(
                object.get("message") instanceof String message ? message : null, fields(object.get("errors")));
    }

    private static Map<String, List<String>> fields(@Nullable Object errors) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (errors instanceof Map<?, ?> object) {
            object.forEach((name, messages) -> fields.put(String.valueOf(name), texts(messages)));
        }
        return fields;
    }

    private static List<String> texts(@Nullable Object messages) {
        List<String> texts = new ArrayList<>();
        if (messages instanceof List<?> list) {
            list.forEach(message -> texts.addAll(texts(message)));
        } else if (messages instanceof String text) {
            texts.add(text);
        }
        return texts;
    }
}
