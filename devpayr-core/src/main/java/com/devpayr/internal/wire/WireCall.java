package com.devpayr.internal.wire;

import com.devpayr.injectable.Upload;
import com.devpayr.internal.model.RequestBodies;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A port's call, spread out as it goes on the wire: ids into the route, a parameter object into the query, fields into
 * the body. For transports that have no annotated proxies of their own.
 *
 * @param operation what is asked
 * @param ids the route's ids, in order
 * @param query the query parameters, not yet URL-encoded
 * @param body the fields of the body, null when there is none
 */
public record WireCall(
        Operation operation,
        List<Long> ids,
        Map<String, String> query,
        @Nullable RequestBody body) {

    /** Copies the ids. */
    public WireCall {
        ids = List.copyOf(ids);
    }

    /** The call of a port's method with its arguments. */
    public static WireCall of(Operation operation, List<?> arguments) {
        List<Long> ids = new ArrayList<>(arguments.size());
        Map<String, String> query = Map.of();
        RequestBody body = null;
        for (Object argument : arguments) {
            if (argument instanceof Long id) {
                ids.add(id);
            } else if (QueryParameters.isQuery(argument)) {
                query = QueryParameters.of(argument);
            } else if (RequestBodies.isBody(argument)) {
                body = RequestBodies.of(argument);
            } else {
                throw new IllegalArgumentException(operation + " has an argument with no place on the wire");
            }
        }
        boolean isBodyEmpty = body == null && operation == Operation.PAYMENT_CHECK;
        return new WireCall(operation, ids, query, isBodyEmpty ? RequestBody.empty() : body);
    }

    /** The HTTP verb: the operation's, but POST for a body with a file, since PHP reads forms of a POST only. */
    public String method() {
        return body != null && upload(body) != null ? "POST" : operation.httpMethod();
    }

    /** Returns the file among the fields of a body, or null if there is none. */
    public static @Nullable Upload upload(RequestBody body) {
        for (Object value : body.values().values()) {
            if (value instanceof Upload file) {
                return file;
            }
        }
        return null;
    }

    /** The route with its ids, relative to the base URL and without a leading slash. */
    public String path() {
        return operation.resolvePath(ids);
    }

    /** The query as it goes on the wire, URL-encoded and without a question mark; null when there is none. */
    public @Nullable String rawQuery() {
        return query.isEmpty()
                ? null
                : query.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + PercentEncoding.encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }
}
