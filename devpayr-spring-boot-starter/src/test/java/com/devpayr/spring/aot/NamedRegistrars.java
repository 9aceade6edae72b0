package com.devpayr.spring.aot;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The hints of the registrars in {@code META-INF/spring/aot.factories}. */
final class NamedRegistrars {
    private NamedRegistrars() {}

    static RuntimeHints hints() {
        RuntimeHints hints = new RuntimeHints();
        ClassLoader loader = NamedRegistrars.class.getClassLoader();
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(registrar -> registrar instanceof DevPayrRuntimeHints)
                .forEach(registrar -> registrar.registerHints(hints, loader));
        return hints;
    }
}
