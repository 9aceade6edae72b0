package com.devpayr.jackson.internal;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.internal.wire.MultipartEnvelope;
import com.devpayr.internal.wire.RawCall;
import com.devpayr.internal.wire.RequestSpec;
import com.devpayr.operation.Operation;
import com.devpayr.spi.RawBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the fields of a request as its body, for every transport: JSON, or a form if there is a file. Safe for use by
 * multiple threads.
 *
 * <pre>{@code
 * RawBody body = bodies.write(Operation.LICENSE_CREATE, fields); // {"title":"Pro"}
 * }</pre>
 *
 * <p>Source: {@code docs/wire-contract.md}, Transport and Injectables.
 */
public final class RequestBodyWriter {
    private static final RawBody EMPTY_OBJECT =
            RawBody.of("application/json", "{}".getBytes(StandardCharsets.US_ASCII));

    private final JsonMapper mapper = WireMapper.create(Integer.MAX_VALUE);

    /**
     * Returns the body of a request.
     *
     * @throws InvalidRequestException if a value cannot be written as JSON
     */
    public RawBody write(Operation operation, RequestBody fields) {
        if (fields.values().isEmpty()) {
            return EMPTY_OBJECT;
        }
        Upload file = RequestSpec.upload(fields);
        return file == null
                ? RawBody.of("application/json", json(fields))
                : MultipartEnvelope.around(form(operation, fields), "file", file);
    }

    /**
     * Returns the body of a raw request; null if it has none.
     *
     * @throws InvalidRequestException if a value cannot be written as JSON
     */
    public @Nullable RawBody write(RawCall call) {
        Object body = call.body();
        if (body == null) {
            return null;
        }
        return RawBody.of(
                "application/json", body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : json(body));
    }

    /**
     * Returns the fields as one JSON object, in UTF-8.
     *
     * @throws InvalidRequestException if a value cannot be written as JSON
     */
    byte[] json(RequestBody fields) {
        return json(fields.values());
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JacksonException unwritable) {
            throw new InvalidRequestException(
                    "the body", "cannot be written as JSON; use maps, lists, strings, numbers and booleans");
        }
    }

    /**
     * Returns the fields of a form without the file: booleans are {@code 1} and {@code 0}, cleared fields are empty, and
     * {@code _method} is the operation's HTTP method unless that is POST.
     *
     * @return values by field name, in order
     */
    Map<String, String> form(Operation operation, RequestBody fields) {
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
