package com.devpayr.testkit.openapi;

import com.devpayr.injectable.Upload;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema of a draft or update: the fields are those of its builder, the constraints those of the HTTP API's page. A draft
 * with a file has a second schema for multipart forms.
 */
final class DraftSchema {
    private static final Pattern MAX_LENGTH = Pattern.compile("at most (\\d+) characters");
    private static final Pattern MIN_LENGTH = Pattern.compile("at least (\\d+) characters");
    private static final String UNLIMITED = "unlimited";
    private static final String CLEAR = "clear";

    private final Class<?> draft;
    private final SchemaTypes types;
    private final Map<String, ContractPage.Parameter> parameters;
    private final Map<String, Type> fields = new HashMap<>();
    private final Map<String, String> javaNames = new HashMap<>();
    private final Set<String> nullable = new HashSet<>();

    /** The fields with a setter that sets no other field, whose Javadoc describes the field. */
    private final Set<String> hasOwnSetter = new HashSet<>();

    DraftSchema(Class<?> draft, String resource, SchemaTypes types) {
        this.draft = draft;
        this.types = types;
        this.parameters = ContractPage.parameters(resource);
        for (Parameter parameter : ModelSchemas.builder(draft).getParameters()) {
            add(parameter);
        }
        for (Class<?> builder = nested(draft); builder != Object.class; builder = builder.getSuperclass()) {
            for (Method method : builder.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    addSetter(method);
                }
            }
        }
        if (!fields.keySet().equals(parameters.keySet())) {
            throw new IllegalStateException(
                    draft.getSimpleName() + " has " + fields.keySet() + ", its page " + parameters.keySet());
        }
    }

    private static Class<?> nested(Class<?> draft) {
        return draft.getDeclaredClasses()[0];
    }

    private void addSetter(Method method) {
        String name = method.getName();
        if (name.startsWith(UNLIMITED)) {
            nullable.add("max" + ModelSchemas.snakeCase(name.substring(UNLIMITED.length())));
        } else if (name.startsWith(CLEAR)) {
            nullable.add(ModelSchemas.snakeCase(name.substring(CLEAR.length())).substring(1));
        } else if (!name.equals(ModelSchemas.EXTRA)) {
            Parameter[] values = method.getParameters();
            if (values.length == 1) {
                hasOwnSetter.add(ModelSchemas.snakeCase(name));
            }
            for (int i = 0; i < values.length; i++) {
                String field = i == 0 ? name : values[i].getName();
                put(field, values[i].getParameterizedType());
            }
        }
    }

    private void add(Parameter parameter) {
        put(parameter.getName(), parameter.getParameterizedType());
    }

    private void put(String javaName, Type type) {
        String name = ModelSchemas.snakeCase(javaName);
        fields.put(name, type);
        javaNames.put(name, javaName);
    }

    String name() {
        return draft.getSimpleName();
    }

    private boolean isUpdate() {
        return name().endsWith("Update");
    }

    /** Returns the schema of the JSON body, and that of the form if there is a file, by name. */
    Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(name(), schema(false));
        if (fields.containsValue(Upload.class)) {
            schemas.put(name() + "Form", schema(true));
        }
        return schemas;
    }

    private Map<String, Object> schema(boolean isForm) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (isForm && isUpdate()) {
            properties.put("_method", Json.object("const", "PUT"));
            required.add("_method");
        }
        parameters.forEach((name, parameter) -> {
            boolean isFile = fields.get(name) == Upload.class;
            if (isForm || !isFile) {
                properties.put(name, property(name, parameter, isForm));
                if ((isForm && isFile) || (parameter.isRequired() && !isUpdate())) {
                    required.add(name);
                }
            }
        });
        Map<String, Object> schema = Json.object("type", "object", "description", JavadocSummaries.type(draft));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> property(String name, ContractPage.Parameter parameter, boolean isForm) {
        Map<String, Object> schema = types.of(fields.get(name));
        String constraints = parameter.constraints();
        if ("integer".equals(schema.get("type"))) {
            schema.put("minimum", "domain_id".equals(name) ? 1 : 0);
        }
        put(schema, "maxLength", MAX_LENGTH.matcher(constraints));
        put(schema, "minLength", MIN_LENGTH.matcher(constraints));
        if (isForm && "boolean".equals(schema.get("type"))) {
            schema = Json.object("type", "string", "enum", List.of("0", "1"));
        }
        if (nullable.contains(name) || constraints.contains("or null")) {
            schema = SchemaTypes.nullable(schema);
        }
        schema.put("description", description(name));
        return schema;
    }

    private static void put(Map<String, Object> schema, String keyword, Matcher number) {
        if (number.find()) {
            schema.put(keyword, Integer.valueOf(number.group(1)));
        }
    }

    private String description(String name) {
        String javaName = javaNames.get(name);
        List<Class<?>> classes = List.of(draft, draft.getSuperclass());
        Stream<Optional<String>> setters = hasOwnSetter.contains(name)
                ? classes.stream().map(type -> JavadocSummaries.setter(type, javaName))
                : Stream.empty();
        return Stream.concat(setters, classes.stream().map(type -> JavadocSummaries.accessor(type, javaName)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Javadoc of " + javaName + " in " + draft));
    }
}
