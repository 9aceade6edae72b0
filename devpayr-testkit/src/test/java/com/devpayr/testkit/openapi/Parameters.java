package com.devpayr.testkit.openapi;

import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import com.devpayr.testkit.internal.platform.Json;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters of operations. */
final class Parameters {
    private Parameters() {}

    /** Returns the parameter of an id in a path. */
    static Map<String, Object> id(String name) {
        Map<String, Object> id = Json.object("type", "integer", "format", "int64", "minimum", 1);
        return Json.object("name", name, "in", "path", "required", true, "schema", id);
    }

    /** Returns the parameters in the query and the headers. */
    static List<Object> of(Operation operation, Method method) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(Json.object(
                "name", "X-Devpayr-Domain",
                "in", "header",
                "required", operation.credential() == Credential.LICENSE_KEY,
                "description", "The place where the client runs: a domain, a host name or any other stable identifier.",
                "schema", Json.object("type", "string")));
        if (OpenApiDocument.hasPages(method)) {
            List<Integer> sizes = ContractPage.pageSizes(operation.pathTemplate());
            parameters.add(query(
                    "per_page",
                    "Maximum number of rows. A larger number than the maximum is reduced to it.",
                    Json.object("type", "integer", "minimum", 1, "maximum", sizes.get(1), "default", sizes.get(0))));
            parameters.add(query(
                    "cursor",
                    "The `next_cursor` of the previous page; absent for the first page.",
                    Json.object("type", "string")));
        }
        if (OpenApiDocument.isPaymentQuery(method)) {
            parameters.add(query(
                    "action",
                    "Returns the status of the project in place of that of the domain.",
                    Json.object("const", "check_project")));
            parameters.add(query("include", "Adds the injectables when paid.", Json.object("const", "injectables")));
        }
        return parameters;
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return Json.object("name", name, "in", "query", "description", description, "schema", schema);
    }
}
