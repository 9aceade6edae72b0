package com.devpayr.internal.wire;

import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request, sorted from the arguments of a port's method: ids for the path, parameters for the query, fields
 * for the body.
 *
 * @param operation the operation
 * @param ids the ids in the path, in order
 * @param query the query parameters, not URL-encoded
 * @param body the fields of the body; null for no body, and for a raw request
 * @param raw the raw request; null for any other
 */
public record RequestSpec(
        Operation operation,
        List<Long> ids,
        Map<String, String> query,
        @Nullable RequestBody body,
        @Nullable RawCall raw) {

    /** Copies the ids. */
    public RequestSpec {
        ids = List.copyOf(ids);
    }

    /** Sorts the arguments of an operation's method. */
    public static RequestSpec of(Operation operation, List<?> arguments) {
        List<Long> ids = new ArrayList<>(arguments.size());
        Map<String, String> query = Map.of();
        RequestBody body = null;
        RawCall raw = null;
        for (Object argument : arguments) {
            if (argument instanceof Long id) {
                ids.add(id);
            } else if (QueryParameters.isQuery(argument)) {
                query = QueryParameters.of(argument);
            } else if (RequestBodies.isBody(argument)) {
                body = RequestBodies.of(argument);
            } else if (argument instanceof RawCall call) {
                raw = call;
            } else {
                throw new IllegalArgumentException(operation + " has an argument that belongs to no part of a request");
            }
        }
        return new RequestSpec(
                operation, ids, query, body == null && sendsEmptyObject(operation) ? RequestBody.empty() : body, raw);
    }

    /** Returns whether an operation sends an empty object although its method takes nothing for the body. */
    public static boolean sendsEmptyObject(Operation operation) {
        return operation == Operation.PAYMENT_CHECK;
    }

    /** Returns the credential to send; null for none. */
    public @Nullable Credential credential() {
        return raw == null ? operation.credential() : raw.credential();
    }

    /** Returns the HTTP method: the operation's, but POST for a body with a file, since PHP parses forms of a POST only. */
    public String method() {
        if (raw != null) {
            return raw.method();
        }
        return body != null && upload(body) != null ? "POST" : operation.httpMethod();
    }

    /** Returns the file among the fields of a body; null if there is none. */
    public static @Nullable Upload upload(RequestBody body) {
        for (Object value : body.values().values()) {
            if (value instanceof Upload file) {
                return file;
            }
        }
        return null;
    }

    /** Returns the path and query relative to the base URL, URL-encoded, without a leading slash. */
    public String target() {
        if (raw != null) {
            return raw.path();
        }
        String path = operation.resolvePath(ids);
        String rawQuery = rawQuery();
        return rawQuery == null ? path : path + "?" + rawQuery;
    }

    /** Returns the URL-encoded query without a question mark; null for none. */
    public @Nullable String rawQuery() {
        return QueryParameters.encode(query);
    }
}
