package com.devpayr.jackson.internal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/**
 * A problem of a response, described without its content: responses can contain license keys and payloads, which the
 * messages of the parser would quote.
 */
final class MalformedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedResponseException(String problem) {
        super(problem);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Throws unless a token is the expected one. */
    static void unless(JsonToken expected, @Nullable JsonToken found, String place) {
        if (found == null) {
            throw new MalformedResponseException("the body is empty");
        }
        if (found != expected) {
            throw new MalformedResponseException(
                    place + " is not " + (expected == JsonToken.START_ARRAY ? "a list" : "an object"));
        }
    }

    /** Throws if there is more content after the value that was read. */
    static void ifMoreContent(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new MalformedResponseException("unexpected content after the JSON value");
        }
    }

    static MalformedResponseException of(JacksonException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new MalformedResponseException("nested too deeply, or a number, name or string is too long");
        }
        if (problem instanceof DatabindException || problem instanceof InputCoercionException) {
            return new MalformedResponseException(
                    path(problem) + " is missing or of the wrong type" + reason(problem.getCause()));
        }
        TokenStreamLocation at = problem.getLocation();
        return new MalformedResponseException("not JSON, or truncated"
                + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }

    private static String path(JacksonException problem) {
        String path = problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "a field of data" : "data" + path;
    }

    /** Returns the message of a model about a missing required field, which contains only the name of the field. */
    private static String reason(@Nullable Throwable cause) {
        return cause instanceof NullPointerException || cause instanceof IllegalArgumentException
                ? " (" + cause.getMessage() + ")"
                : "";
    }
}
