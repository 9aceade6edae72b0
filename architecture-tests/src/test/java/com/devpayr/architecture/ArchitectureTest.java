package com.devpayr.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every rule holds for the project and detects the violation in its fixture. */
class ArchitectureTest {
    private static final String ROOT = "com.devpayr";
    private static final String FIXTURES = "com.devpayr.architecture.fixture";

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURES);

    static Set<String> rules() {
        return Rules.below(ROOT).keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsForTheProject(String name) {
        rule(ROOT, name).check(PROJECT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsForItsFixture(String name) {
        assertThat(rule(FIXTURES, name).evaluate(BROKEN).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void checksEveryModule(Module module) {
        assertThat(PROJECT.stream().filter(type -> module.holds(ROOT, type.getPackageName())))
                .isNotEmpty();
    }

    private static ArchRule rule(String root, String name) {
        return requireNonNull(Rules.below(root).get(name));
    }
}
