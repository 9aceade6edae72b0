package com.devpayr.testkit.openapi;

import com.devpayr.domain.DomainService;
import com.devpayr.injectable.InjectableService;
import com.devpayr.license.LicenseService;
import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.project.ProjectService;
import com.devpayr.runtime.RuntimeService;
import com.devpayr.status.StatusService;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The OpenAPI document of the API, generated from the operations, the services, and their models and drafts. Descriptions are
 * those of the Javadoc; page sizes, errors and constraints those of {@code docs/wire-contract.md}.
 */
final class OpenApiDocument {
    /** The name of the operation that updates an injectable with a form. It has the route of the update with POST. */
    static final String FORM_UPDATE = "injectable.update.form";

    private static final List<Class<?>> SERVICES = List.of(
            ProjectService.class,
            DomainService.class,
            LicenseService.class,
            InjectableService.class,
            RuntimeService.class,
            PaymentService.class,
            StatusService.class);

    private static final String DESCRIPTION = """
            The API of the DevPayr platform for software licensing, as the DevPayr client for Java uses it. Generated from the \
            client; docs/wire-contract.md describes the rules behind it and the origin of each of them.

            Responses may contain more fields, and 1, 0, "1" and "0" in place of booleans. Clients must accept them.""";

    private OpenApiDocument() {}

    /** Creates the document for a server. */
    static Map<String, Object> create(String serverUrl) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : endpoints()) {
            put(paths, operation, operation.httpMethod(), OperationObject.of(operation, method(operation)));
            if (operation == Operation.INJECTABLE_UPDATE) {
                put(paths, operation, "POST", OperationObject.ofFormUpdate(operation, method(operation)));
            }
        }
        return Json.object(
                "openapi", "3.1.0",
                "info", Json.object("title", "DevPayr API", "version", "v1", "description", DESCRIPTION),
                "servers", List.of(Json.object("url", serverUrl)),
                "paths", paths,
                "webhooks", WebhookObjects.create(),
                "components", components());
    }

    @SuppressWarnings("unchecked") // the map is created here
    private static void put(
            Map<String, Object> paths, Operation operation, String httpMethod, Map<String, Object> object) {
        Map<String, Object> path =
                (Map<String, Object>) paths.computeIfAbsent("/" + operation.pathTemplate(), OpenApiDocument::path);
        path.put(httpMethod.toLowerCase(Locale.ROOT), object);
    }

    /** Returns the operations of documented endpoints. */
    static List<Operation> endpoints() {
        return Stream.of(Operation.values())
                .filter(operation -> !operation.isRaw())
                .toList();
    }

    /** Returns a path with its parameters. */
    private static Map<String, Object> path(String template) {
        Map<String, Object> path = new LinkedHashMap<>();
        List<Object> parameters = new ArrayList<>();
        for (Operation operation : endpoints()) {
            if (("/" + operation.pathTemplate()).equals(template) && parameters.isEmpty()) {
                operation.pathParameters().forEach(name -> parameters.add(Parameters.id(name)));
            }
        }
        if (!parameters.isEmpty()) {
            path.put("parameters", parameters);
        }
        return path;
    }

    private static Method method(Operation operation) {
        return SERVICES.stream()
                .flatMap(service -> Stream.of(service.getMethods()))
                .filter(method -> method.isAnnotationPresent(ApiOperation.class)
                        && method.getAnnotation(ApiOperation.class).value() == operation)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> components() {
        Map<String, Object> schemas = new ModelSchemas().create();
        schemas.put("Error", Responses.errorSchema());
        schemas.putAll(WebhookObjects.schemas());
        return Json.object(
                "schemas", schemas,
                "responses", Responses.errors(),
                "parameters", WebhookObjects.headers(),
                "securitySchemes",
                        Json.object(
                                Credential.API_KEY.header(),
                                        key(Credential.API_KEY, "An API key of the vendor, for backends only."),
                                Credential.LICENSE_KEY.header(),
                                        key(Credential.LICENSE_KEY, "The `uuid` of a license.")));
    }

    private static Map<String, Object> key(Credential credential, String description) {
        return Json.object("type", "apiKey", "in", "header", "name", credential.header(), "description", description);
    }

    /** Returns whether a parameter of a service is a draft or update. */
    static boolean isBody(Class<?> type) {
        return type.getSimpleName().matches("\\w+(Draft|Update)");
    }

    static boolean hasPages(Method method) {
        return List.of(method.getParameterTypes()).contains(PageRequest.class);
    }

    static boolean isPaymentQuery(Method method) {
        return List.of(method.getParameterTypes()).contains(PaymentQuery.class);
    }
}
