package com.devpayr.jackson.internal;

import static java.util.Objects.requireNonNull;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.injectable.DeliveredInjectable;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads injectables that a browser forwarded, in one pass over the stream. Messages never contain content. */
public final class ForwardedInjectablesReader {
    private static final String FIELD = "injectables";

    private final int maxBytes;
    private final JsonMapper mapper;
    private final ObjectReader row;

    /** Creates a reader for bodies up to a size. */
    public ForwardedInjectablesReader(int maxBytes) {
        this.maxBytes = maxBytes;
        this.mapper = WireMapper.create(maxBytes);
        this.row = mapper.readerFor(DeliveredInjectable.class);
    }

    /**
     * Reads a body and closes it.
     *
     * @throws InvalidRequestException if the body is invalid or too large
     * @throws IOException if it cannot be read
     */
    public List<DeliveredInjectable> read(InputStream body) throws IOException {
        try (JsonParser parser = mapper.createParser(new BoundedStream(body, maxBytes))) {
            return read(parser);
        } catch (MalformedResponseException malformed) {
            throw invalid(malformed.getMessage());
        } catch (JacksonIOException broken) {
            IOException cause = requireNonNull(broken.getCause());
            if (cause instanceof BoundedStream.TooLargeException tooLarge) {
                throw invalid(tooLarge.getMessage() + ", which is the configured limit");
            }
            if (cause instanceof CharConversionException) {
                throw invalid("not valid UTF-8");
            }
            throw cause;
        } catch (JacksonException malformed) {
            throw invalid(MalformedResponseException.of(malformed).getMessage());
        }
    }

    private static InvalidRequestException invalid(String problem) {
        return new InvalidRequestException("body", "is not valid: " + problem);
    }

    private List<DeliveredInjectable> read(JsonParser parser) {
        MalformedResponseException.unless(JsonToken.START_OBJECT, parser.nextToken(), "the body");
        List<DeliveredInjectable> injectables = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isList = FIELD.equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (!isList) {
                parser.skipChildren();
            } else if (injectables != null) {
                throw new MalformedResponseException(FIELD + " occurs twice");
            } else {
                MalformedResponseException.unless(JsonToken.START_ARRAY, value, FIELD);
                injectables = rows(parser);
            }
        }
        MalformedResponseException.ifMoreContent(parser);
        if (injectables == null) {
            throw new MalformedResponseException(FIELD + " is missing");
        }
        return List.copyOf(injectables);
    }

    private List<DeliveredInjectable> rows(JsonParser parser) {
        List<DeliveredInjectable> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            MalformedResponseException.unless(
                    JsonToken.START_OBJECT, parser.currentToken(), FIELD + "[" + rows.size() + "]");
            rows.add(row.readValue(parser));
        }
        return rows;
    }
}
