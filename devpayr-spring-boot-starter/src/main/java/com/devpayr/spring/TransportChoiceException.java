package com.devpayr.spring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if no transport can be selected: none or several are on the class path, or the configured one is not available.
 */
public final class TransportChoiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> ARTIFACTS = Map.of(
            "feign", "devpayr-feign",
            "retrofit", "devpayr-retrofit",
            "vertx", "devpayr-vertx",
            "in-memory", "devpayr-testkit");

    private final String action;

    TransportChoiceException(@Nullable String name, List<String> available) {
        super(describe(name, available));
        this.action = suggest(name, available);
    }

    private static String describe(@Nullable String name, List<String> available) {
        if (name == null) {
            return available.isEmpty()
                    ? "No DevPayr transport was found on the class path."
                    : "Several DevPayr transports were found on the class path: " + String.join(", ", available) + ".";
        }
        return "devpayr.transport is '" + name + "', but the available transports are: "
                + (available.isEmpty() ? "none" : String.join(", ", available)) + ".";
    }

    private static String suggest(@Nullable String name, List<String> available) {
        if (name == null) {
            return available.isEmpty()
                    ? "Add the dependency com.devpayr:devpayr-retrofit, com.devpayr:devpayr-feign or com.devpayr:devpayr-vertx."
                    : "Set devpayr.transport to one of them, or remove the other dependencies.";
        }
        String artifact = ARTIFACTS.get(name);
        return artifact == null
                ? "Set devpayr.transport to feign, retrofit, vertx, in-memory or the name of a DevPayrTransport bean."
                : "Add the dependency com.devpayr:" + artifact + ", or set devpayr.transport to an available one.";
    }

    /** Returns the suggested fix. */
    public String action() {
        return action;
    }
}
