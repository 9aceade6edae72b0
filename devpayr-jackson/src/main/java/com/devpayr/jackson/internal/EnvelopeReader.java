package com.devpayr.jackson.internal;

import com.devpayr.page.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code data} from the envelope of a response in one pass over the stream: a single resource, or a page.
 */
abstract class EnvelopeReader implements BodyReader {
    static EnvelopeReader of(JsonMapper mapper, Type type) {
        return type instanceof ParameterizedType page && page.getRawType() == Page.class
                ? new PageReader(readerFor(mapper, page.getActualTypeArguments()[0]))
                : new ResourceReader(readerFor(mapper, type));
    }

    private static ObjectReader readerFor(JsonMapper mapper, Type type) {
        return mapper.readerFor(mapper.getTypeFactory().constructType(type));
    }

    /** Reads {@code data}. Starts at the start of the object and ends at its end. */
    abstract Object readData(JsonParser parser);

    @Override
    public final Object read(JsonParser parser) {
        MalformedResponseException.unless(JsonToken.START_OBJECT, parser.nextToken(), "the body");
        Object data = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isData = "data".equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (isData && data != null) {
                throw new MalformedResponseException("data occurs twice");
            }
            if (isData && value != JsonToken.VALUE_NULL) {
                MalformedResponseException.unless(JsonToken.START_OBJECT, value, "data");
                data = readData(parser);
            } else {
                parser.skipChildren();
            }
        }
        MalformedResponseException.ifMoreContent(parser);
        if (data == null) {
            throw new MalformedResponseException("data is missing");
        }
        return data;
    }

    private static final class ResourceReader extends EnvelopeReader {
        private final ObjectReader resource;

        ResourceReader(ObjectReader resource) {
            this.resource = resource;
        }

        @Override
        Object readData(JsonParser parser) {
            return resource.readValue(parser);
        }
    }

    private static final class PageReader extends EnvelopeReader {
        private final ObjectReader row;

        PageReader(ObjectReader row) {
            this.row = row;
        }

        @Override
        Object readData(JsonParser parser) {
            List<Object> rows = null;
            String cursor = null;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "data", "injectables" -> rows = rows(parser);
                    case "next_cursor" -> cursor = cursor(parser);
                    default -> parser.skipChildren();
                }
            }
            if (rows == null) {
                throw new MalformedResponseException("data contains no list");
            }
            return Page.of(rows, cursor);
        }

        private List<Object> rows(JsonParser parser) {
            MalformedResponseException.unless(JsonToken.START_ARRAY, parser.currentToken(), "the list in data");
            List<Object> rows = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                MalformedResponseException.unless(
                        JsonToken.START_OBJECT, parser.currentToken(), "row " + rows.size() + " of the list");
                rows.add(row.readValue(parser));
            }
            return rows;
        }

        private static @Nullable String cursor(JsonParser parser) {
            return switch (parser.currentToken()) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> parser.getString();
                default -> throw new MalformedResponseException("next_cursor is not a string");
            };
        }
    }
}
