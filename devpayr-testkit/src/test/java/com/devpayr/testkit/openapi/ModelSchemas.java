package com.devpayr.testkit.openapi;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.Injectable;
import com.devpayr.injectable.InjectableDraft;
import com.devpayr.injectable.InjectableUpdate;
import com.devpayr.license.License;
import com.devpayr.license.LicenseDraft;
import com.devpayr.license.LicenseUpdate;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The named schemas: of responses from the models, of requests from the drafts and updates. */
final class ModelSchemas {
    private static final List<Class<?>> MODELS = List.of(
            Project.class,
            ProjectDomain.class,
            License.class,
            Injectable.class,
            DeliveredInjectable.class,
            PaymentStatus.class);

    private static final Map<Class<?>, String> DRAFTS = Map.of(
            ProjectDraft.class, "Projects",
            ProjectUpdate.class, "Projects",
            DomainDraft.class, "Domains",
            DomainUpdate.class, "Domains",
            LicenseDraft.class, "Licenses",
            LicenseUpdate.class, "Licenses",
            InjectableDraft.class, "Injectables",
            InjectableUpdate.class, "Injectables");

    /** The fields whose names in JSON are not those of the models. */
    private static final Map<String, String> RENAMED =
            Map.of("License.key", "uuid", "DeliveredInjectable.content", "encrypted_content");

    /** The fields that a model or draft does not know, which the schemas allow. */
    static final String EXTRA = "extra";

    private final SchemaTypes types = new SchemaTypes();

    /** Returns the schemas by name. */
    Map<String, Object> create() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        MODELS.forEach(model -> schemas.put(model.getSimpleName(), model(model)));
        DRAFTS.entrySet().stream()
                .map(draft -> new DraftSchema(draft.getKey(), draft.getValue(), types))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(draft -> schemas.putAll(draft.schemas()));
        schemas.putAll(types.openSets());
        return schemas;
    }

    private Map<String, Object> model(Class<?> model) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Field field : model.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals(EXTRA)) {
                properties.put(wireName(model, field.getName()), property(model, field));
            }
        }
        List<String> required = Stream.of(builder(model).getParameters())
                .map(parameter -> wireName(model, parameter.getName()))
                .toList();
        return Json.object(
                "type",
                "object",
                "description",
                JavadocSummaries.type(model),
                "required",
                required,
                "properties",
                properties);
    }

    private Map<String, Object> property(Class<?> model, Field field) {
        Map<String, Object> schema = types.of(field.getGenericType());
        if (field.getType() == Map.class) {
            // PHP does not distinguish an empty object from an empty array
            schema = Json.object("type", List.of("object", "array"), "maxItems", 0);
        }
        if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema = SchemaTypes.nullable(schema);
        }
        schema.put(
                "description", JavadocSummaries.accessor(model, field.getName()).orElseThrow());
        return schema;
    }

    private static String wireName(Class<?> model, String name) {
        return RENAMED.getOrDefault(model.getSimpleName() + "." + name, snakeCase(name));
    }

    static Method builder(Class<?> type) {
        List<Method> builders = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("builder")) {
                builders.add(method);
            }
        }
        return builders.get(0);
    }

    static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
