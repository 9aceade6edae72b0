package com.devpayr.testkit.openapi;

import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.Upload;
import com.devpayr.secret.LicenseKey;
import com.devpayr.secret.Secret;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The JSON types of Java types. Open sets of values, such as the types of injectables, become named schemas. */
final class SchemaTypes {
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, Secret.class, LicenseKey.class, EncryptedContent.class);

    private final Map<String, Object> openSets = new TreeMap<>();

    /** Returns the named schemas of the open sets that {@link #of} has referred to. */
    Map<String, Object> openSets() {
        return openSets;
    }

    /** Returns the schema of a value in responses and requests. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (TEXTS.contains(plain)) {
            return Json.object("type", "string");
        } else if (plain == boolean.class || plain == Boolean.class) {
            return Json.object("type", "boolean");
        } else if (plain == int.class || plain == Integer.class) {
            return Json.object("type", "integer", "format", "int32");
        } else if (plain == long.class || plain == Long.class) {
            return Json.object("type", "integer", "format", "int64");
        } else if (plain == Instant.class) {
            return Json.object("type", "string", "format", "date-time");
        } else if (plain == Upload.class) {
            return Json.object("type", "string", "contentMediaType", "application/octet-stream");
        } else if (plain.isRecord()) {
            openSets.computeIfAbsent(plain.getSimpleName(), name -> openSet(plain));
            return reference(plain.getSimpleName());
        }
        throw new IllegalStateException("no schema of " + type);
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        if (type.getRawType() == Map.class) {
            return Json.object("type", "object");
        }
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Collection.class) {
            return Json.object("type", "string");
        }
        return element == String.class
                ? Json.object("type", List.of("string", "array"), "items", Json.object("type", "string"))
                : Json.object("type", "array", "items", reference(((Class<?>) element).getSimpleName()));
    }

    /** Returns a reference to a named schema. */
    static Map<String, Object> reference(String name) {
        return Json.object("$ref", "#/components/schemas/" + name);
    }

    /** Returns a schema that also accepts null. */
    static Map<String, Object> nullable(Map<String, Object> schema) {
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        if (schema.get("type") instanceof String type) {
            nullable.put("type", List.of(type, "null"));
        } else if (schema.get("type") instanceof List<?> types) {
            List<Object> all = new ArrayList<>(types);
            all.add("null");
            nullable.put("type", all);
        } else {
            return Json.object("anyOf", List.of(schema, Json.object("type", "null")));
        }
        return nullable;
    }

    private static Map<String, Object> openSet(Class<?> type) {
        List<String> examples = new ArrayList<>();
        for (Field constant : type.getDeclaredFields()) {
            if (Modifier.isStatic(constant.getModifiers()) && constant.getType() == type) {
                examples.add(value(constant));
            }
        }
        return Json.object(
                "type",
                "string",
                "description",
                JavadocSummaries.type(type) + " Other values are possible.",
                "examples",
                examples);
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
