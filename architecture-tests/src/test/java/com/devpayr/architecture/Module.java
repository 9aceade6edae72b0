package com.devpayr.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The modules with the libraries and modules that each may use in addition to the JDK, nullness annotations and the core.
 * A new module needs a constant here and a dependency in the POM of this project.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
enum Module {
    CORE(List.of(), List.of()),
    INJECTABLES(List.of(), List.of()),
    JACKSON(List.of("tools.jackson..", "com.fasterxml.jackson.annotation.."), List.of()),
    OKHTTP(List.of("okhttp3..", "okio..", "kotlin.."), List.of()),
    RETROFIT(List.of("retrofit2..", "okhttp3..", "okio.."), List.of("jackson", "okhttp")),
    FEIGN(List.of("feign..", "okhttp3.."), List.of("jackson", "okhttp")),
    VERTX(
            List.of(
                    "io.vertx.core..",
                    "io.vertx.ext.web..",
                    "io.vertx.ext.healthchecks..",
                    "io.micrometer.core..",
                    "io.netty.handler.ssl..",
                    "io.netty.handler.proxy.."),
            List.of("jackson")),
    RESILIENCE4J(List.of("io.github.resilience4j.."), List.of()),
    TESTKIT(
            List.of(
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..",
                    "com.sun.net.httpserver..",
                    "javax.net..",
                    "org.junit.jupiter..",
                    "org.assertj.core.."),
            List.of("jackson")),
    EMULATOR(List.of("picocli.."), List.of("testkit")),
    CLI(List.of("picocli.."), List.of("retrofit")),
    SPRING(
            List.of(
                    "org.springframework..",
                    "io.micrometer..",
                    "jakarta.servlet..",
                    "org.aopalliance..",
                    "reactor.core..",
                    "org.reactivestreams..",
                    "org.apache.commons.logging..",
                    "feign..",
                    "io.vertx.core..",
                    "io.github.resilience4j..",
                    "org.junit.jupiter.api..",
                    "org.testcontainers.."),
            List.of("injectables", "jackson", "feign", "retrofit", "vertx", "resilience4j", "testkit"));

    private static final List<String> EVERYWHERE =
            List.of("java..", "javax.crypto..", "javax.net.ssl..", "org.jspecify.annotations..");

    private final List<String> libraries;
    private final List<String> modules;

    Module(List<String> libraries, List<String> modules) {
        this.libraries = libraries;
        this.modules = modules;
    }

    String packageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a package belongs to this module. The core has all packages that belong to no other module. */
    boolean holds(String root, String packageName) {
        if (this != CORE) {
            return isIn(root + "." + packageName(), packageName);
        }
        return isIn(root, packageName)
                && Arrays.stream(values()).noneMatch(module -> module != CORE && module.holds(root, packageName));
    }

    /** Returns the packages outside the core that its classes may use, as ArchUnit patterns. */
    String[] allowed(String root) {
        Stream<String> own = this == CORE ? Stream.of() : Stream.of(root + "." + packageName() + "..");
        Stream<String> others = modules.stream().map(module -> root + "." + module + "..");
        return Stream.of(EVERYWHERE.stream(), libraries.stream(), own, others)
                .flatMap(packages -> packages)
                .toArray(String[]::new);
    }

    private static boolean isIn(String parent, String packageName) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
