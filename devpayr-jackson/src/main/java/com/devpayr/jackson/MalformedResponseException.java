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
 * What is wrong with an answer, said without quoting it: an answer may hold license keys and payloads, and the parser's
 * own messages do quote.
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

    /** Complains unless a token is the wanted one. */
    static void unless(JsonToken wanted, @Nullable JsonToken found, String where) {
        if (found == null) {
            throw new MalformedResponseException("the body is empty");
        }
        if (found != wanted) {
            throw new MalformedResponseException(where + " is not " + (wanted == JsonToken.START_ARRAY ? "a list" : "an object"));
        }
    }

    /** Complains if anything follows the value that was just read. */
    static void ifMoreFollows(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new MalformedResponseException("something follows the JSON value");
        }
    }

    static MalformedResponseException about(JacksonException problem) {
        if (problem instanceof StreamConstraintsException) {
            return new MalformedResponseException("it is nested too deeply, or a number, name or text in it is too long");
        }
        if (problem instanceof DatabindException || problem instanceof InputCoercionException) {
            return new MalformedResponseException(path(problem) + " is missing or of the wrong type" + ours(problem.getCause()));
        }
        TokenStreamLocation at = problem.getLocation();
        return new MalformedResponseException("it is not JSON, or was cut off"
                + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }

    private static String path(JacksonException problem) {
        String path = problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "a field of data" : "data" + path;
    }

    /** The model's own words about a resource that lacks what is certain; they name the field and quote nothing. */
    private static String ours(@Nullable Throwable cause) {
        return cause instanceof NullPointerException || cause instanceof IllegalArgumentException
                ? " (" + cause.getMessage() + ")"
                : "";
    }
}
