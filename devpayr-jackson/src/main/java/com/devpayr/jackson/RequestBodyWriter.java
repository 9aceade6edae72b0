package com.devpayr.jackson;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every transport does with the fields of a request: JSON without a file, the fields of a form beside one. Safe
 * for use by many threads.
 *
 * <pre>{@code
 * byte[] body = bodies.json(RequestBodies.of(LicenseDraft.builder("Pro").build())); // {"title":"Pro"}
 * }</pre>
 *
 * <p>Source: wire contract, sections 1 and 3, injectables.
 */
public final class RequestBodyWriter {
    private final JsonMapper mapper = WireMapper.create(Integer.MAX_VALUE);

    /**
     * The fields as one JSON object, in UTF-8.
     *
     * @throws InvalidRequestException when a value of the vendor's own data cannot be JSON
     */
    public byte[] json(RequestBody fields) {
        try {
            return mapper.writeValueAsBytes(fields.values());
        } catch (JacksonException unwritable) {
            throw new InvalidRequestException(
                    "the body", "cannot be written as JSON; use maps, lists, texts, numbers and booleans");
        }
    }

    /**
     * The fields of a form, but for the file: booleans are {@code 1} and {@code 0}, what was cleared is empty, and
     * {@code _method} names the operation's verb where that is not POST.
     *
     * @return by name, in the fields' order
     */
    public Map<String, String> form(Operation operation, RequestBody fields) {
        Map<String, String> form = new LinkedHashMap<>();
        if (!operation.httpMethod().equals("POST")) {
            form.put("_method", operation.httpMethod());
        }
        fields.values().forEach((name, value) -> {
            if (!(value instanceof Upload)) {
                form.put(name, text(value));
            }
        });
        return form;
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        JsonNode node = mapper.valueToTree(value);
        if (node.isBoolean()) {
            return node.booleanValue() ? "1" : "0";
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
