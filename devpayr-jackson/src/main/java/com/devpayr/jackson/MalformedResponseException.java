package com.devpayr.jackson;

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
 * Thrown if a response body is malformed. Its message does not quote the body, as the parser's messages do, since a response
 * may contain license keys and payloads.
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

    /** Throws this exception unless a token is the expected one. */
    static void requireToken(JsonToken expected, @Nullable JsonToken found, String value) {
        if (found == null) {
            throw new MalformedResponseException("the body is empty");
        }
        if (found != expected) {
            throw new MalformedResponseException(
                    value + " is not " + (expected == JsonToken.START_ARRAY ? "an array" : "an object"));
        }
    }

    /** Throws this exception if there is content after the value that was read. */
    static void requireEnd(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new MalformedResponseException("there is content after the JSON value");
        }
    }

    /** Returns an exception with a description of the parser's error that does not quote the body. */
    static MalformedResponseException of(JacksonException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new MalformedResponseException(
                    "the JSON is nested too deeply, or a number, name or string in it is too long");
        }
        if (problem instanceof DatabindException || problem instanceof InputCoercionException) {
            return new MalformedResponseException(
                    path(problem) + " is missing or of the wrong type" + validationMessage(problem.getCause()));
        }
        TokenStreamLocation at = problem.getLocation();
        return new MalformedResponseException("the body is not valid JSON or is truncated"
                + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }

    private static String path(JacksonException problem) {
        String path = problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "a field of data" : "data" + path;
    }

    /** Returns the message of the model's own validation, which names the field but does not quote its value. */
    private static String validationMessage(@Nullable Throwable cause) {
        return cause instanceof NullPointerException || cause instanceof IllegalArgumentException
                ? " (" + cause.getMessage() + ")"
                : "";
    }
}
