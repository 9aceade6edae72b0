package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;

/** The boundary between the API and the internals. */
final class ApiRules {
    private ApiRules() {}

    /** A public signature consists of supertypes, and the types of public and protected members. */
    static ArchRule hidesInternals(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".internal..", root + ".*.internal..")
                .and(describe("are visible to applications", ApiRules::isVisible))
                .should(mentionNoInternalType(root))
                .because("a type in a public signature is part of the API, regardless of its package");
    }

    /** Interfaces declare their tests as default methods, which are public. */
    static ArchRule publishesContractTests(String root) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".testkit.contract..")
                .and()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .bePublic()
                .andShould()
                .notBeFinal()
                .because("a subclass overrides a test that its HTTP library cannot pass");
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ApiRules::isVisible).orElse(true);
    }

    private static ArchCondition<JavaClass> mentionNoInternalType(String root) {
        Predicate<JavaClass> isInternal = type -> {
            String name = type.getBaseComponentType().getPackageName();
            return name.startsWith(root + ".") && (name + ".").contains(".internal.");
        };
        return new ArchCondition<>("mention no internal type in a public signature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                signature(type)
                        .filter(isInternal)
                        .distinct()
                        .forEach(internal -> events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " mentions " + internal.getName())));
            }
        };
    }

    private static Stream<JavaClass> signature(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream());
        Stream<JavaType> members = Stream.concat(
                type.getCodeUnits().stream()
                        .filter(unit -> isInherited(unit.getModifiers()))
                        .flatMap(ApiRules::types),
                type.getFields().stream()
                        .filter(field -> isInherited(field.getModifiers()))
                        .map(field -> field.getType()));
        return Stream.concat(supertypes, members)
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream);
    }

    private static boolean isInherited(Collection<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }
}
