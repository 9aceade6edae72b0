package com.devpayr.jackson.internal;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON parsers and documents, with limits for everything that a document contains. Uses the streaming API of Jackson alone:
 * data binding requires a version of {@code jackson-annotations} that many applications do not have.
 */
public final class WireJson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1000;

    private final JsonFactory factory;

    /**
     * Creates a factory.
     *
     * @param maxBytes maximum size of a document, and therefore of every string in it
     */
    public WireJson(int maxBytes) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .maxNameLength(MAX_NAME_LENGTH)
                .maxStringLength(maxBytes)
                .build();
        this.factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    }

    JsonParser parser(InputStream document) {
        return factory.createParser(ObjectReadContext.empty(), document);
    }

    /**
     * Reads a document as maps, lists, strings, numbers and booleans.
     *
     * @return null for an empty document and for {@code null}
     * @throws JacksonException if the document is not JSON, or the stream fails
     */
    public @Nullable Object read(InputStream document) {
        try (JsonParser parser = parser(document)) {
            Object value = readFirst(parser);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "unexpected content after the JSON value");
            }
            return value;
        }
    }

    /** Reads a document in the same way, but ignores what follows the first value. */
    @Nullable
    Object readFirst(InputStream document) {
        try (JsonParser parser = parser(document)) {
            return readFirst(parser);
        }
    }

    private static @Nullable Object readFirst(JsonParser parser) {
        return parser.nextToken() == null ? null : JsonValues.read(parser);
    }

    /**
     * Writes a value as a document in UTF-8.
     *
     * @throws JacksonException if the value is nested too deeply
     * @throws IllegalArgumentException if a value has no form in JSON; the message names its type alone
     */
    public byte[] write(@Nullable Object value) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), document)) {
            JsonValues.write(value, generator);
        }
        return document.toByteArray();
    }
}
