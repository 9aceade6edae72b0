package com.devpayr.internal.model;

import com.devpayr.error.InvalidRequestException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields that the builder of a draft or update has methods for, so that they are not set as extra fields. */
public final class KnownFields {
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    /** Makes DevPayr's framework treat a POST as a request with another method. */
    private static final String METHOD_OVERRIDE = "_method";

    private final Map<String, String> methods;

    private KnownFields(Map<String, String> methods) {
        this.methods = Collections.unmodifiableMap(methods);
    }

    /** Creates the fields with methods that are named as the fields are. */
    public static KnownFields of(String... names) {
        Map<String, String> methods = new HashMap<>();
        for (String name : names) {
            methods.put(name, camelCase(name));
        }
        return new KnownFields(methods);
    }

    /** Returns a copy with further fields that a method sets. */
    public KnownFields with(String method, String... names) {
        Map<String, String> more = new HashMap<>(methods);
        for (String name : names) {
            more.put(name, method);
        }
        return new KnownFields(more);
    }

    /**
     * Checks that a field is unknown.
     *
     * @throws InvalidRequestException if the builder has a method for it, or it has an effect on the request itself
     */
    void requireUnknown(String name) {
        String method = methods.get(Preconditions.text("the name of an extra field", name));
        if (method != null) {
            throw new InvalidRequestException(name, "is not an extra field; use " + method + "(…)");
        }
        if (name.equals(METHOD_OVERRIDE)) {
            throw new InvalidRequestException(name, "is reserved: it would change the HTTP method");
        }
    }

    private static String camelCase(String name) {
        return UNDERSCORE.matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }
}
