package com.devpayr.internal.log;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The path and query of a request in the log, without values that can be secret. */
public final class RedactedTarget {
    private static final Set<String> SHOWN = Set.of("action", "include", "per_page");

    /** License keys and API keys are longer than any word or number of a path. */
    private static final int MAX_SEGMENT = 24;

    private RedactedTarget() {}

    /** Returns a path and query, relative or with its host, in which values that can be secret are masked. */
    public static String of(String target) {
        String[] parts = target.split("\\?", 2);
        String path = Arrays.stream(parts[0].split("/", -1))
                .map(RedactedTarget::segment)
                .collect(Collectors.joining("/"));
        return parts.length == 1
                ? path
                : path + "?"
                        + Arrays.stream(parts[1].split("&", -1))
                                .map(RedactedTarget::parameter)
                                .collect(Collectors.joining("&"));
    }

    private static String segment(String segment) {
        return segment.length() > MAX_SEGMENT ? "****" : segment;
    }

    private static String parameter(String parameter) {
        String name = parameter.split("=", 2)[0];
        return SHOWN.contains(name) ? parameter : segment(name) + "=****";
    }
}
