package com.devpayr.internal.wire;

import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates the parameter objects of the services to query parameters. */
public final class QueryParameters {
    private QueryParameters() {}

    /** Returns whether an argument of a service becomes query parameters. */
    public static boolean isQuery(Object argument) {
        return argument instanceof PageRequest || argument instanceof PaymentQuery;
    }

    /**
     * Returns the query parameters in a stable order, not yet URL-encoded.
     *
     * @param parameters a {@link PageRequest} or a {@link PaymentQuery}
     * @throws IllegalArgumentException if the object is neither
     */
    public static Map<String, String> of(Object parameters) {
        if (parameters instanceof PageRequest page) {
            return ofPage(page);
        }
        if (parameters instanceof PaymentQuery query) {
            return ofPayment(query);
        }
        throw new IllegalArgumentException(parameters.getClass().getName() + " has no query parameters");
    }

    /** Returns the URL-encoded query without a question mark; null for none. */
    public static @Nullable String encode(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return null;
        }
        StringBuilder query = new StringBuilder(); // cheaper than a stream for each call
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(parameter.getKey())
                    .append('=')
                    .append(PercentEncoding.encode(parameter.getValue()));
        }
        return query.toString();
    }

    private static Map<String, String> ofPage(PageRequest page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Integer size = page.size();
        if (size != null) {
            parameters.put("per_page", size.toString());
        }
        String cursor = page.cursor();
        if (cursor != null) {
            parameters.put("cursor", cursor);
        }
        return parameters;
    }

    private static Map<String, String> ofPayment(PaymentQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query.isForProject()) {
            parameters.put("action", "check_project");
        }
        if (query.includesInjectables()) {
            parameters.put("include", "injectables");
        }
        return parameters;
    }
}
