package com.devpayr.spring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** It is not clear which HTTP library is meant: none is on the class path, several are, or the named one is not. */
public final class TransportChoiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> ARTIFACTS = Map.of(
            "feign", "devpayr-feign",
            "retrofit", "devpayr-retrofit",
            "vertx", "devpayr-vertx",
            "in-memory", "devpayr-testkit");

    private final String action;

    TransportChoiceException(@Nullable String wanted, List<String> present) {
        super(describe(wanted, present));
        this.action = advise(wanted, present);
    }

    private static String describe(@Nullable String wanted, List<String> present) {
        if (wanted == null) {
            return present.isEmpty()
                    ? "DevPayr has no transport: no HTTP library that it can use is on the class path."
                    : "DevPayr has several transports on the class path: " + String.join(", ", present) + ".";
        }
        return "devpayr.transport is '" + wanted + "', and the transports on the class path are "
                + (present.isEmpty() ? "none" : String.join(", ", present)) + ".";
    }

    private static String advise(@Nullable String wanted, List<String> present) {
        if (wanted == null) {
            return present.isEmpty()
                    ? "Add com.devpayr:devpayr-feign, com.devpayr:devpayr-retrofit or com.devpayr:devpayr-vertx."
                    : "Set devpayr.transport to the one that is meant, or remove the others.";
        }
        String artifact = ARTIFACTS.get(wanted);
        return artifact == null
                ? "Set devpayr.transport to feign, retrofit, vertx, in-memory or the name of a DevPayrTransport bean."
                : "Add com.devpayr:" + artifact + ", or set devpayr.transport to another.";
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
