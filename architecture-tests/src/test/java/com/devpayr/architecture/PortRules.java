package com.devpayr.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.devpayr.operation.ApiOperation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** What a port is, and what may stand around it. */
final class PortRules {
    private PortRules() {}

    /** A port is made by a transport, by the platform in memory, or by the core's own proxies. */
    static ArchRule wrapsByInterceptors(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".resilience4j..", root + ".spring..", root + ".okhttp..", root + ".jackson..")
                .should()
                .beAssignableTo(describe("a port", PortRules::isPort))
                .because(
                        "what stands around a port is a CallInterceptor, which serves all ports and knows the operation");
    }

    private static boolean isPort(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(ApiOperation.class));
    }

    /** Vert.x's own services are no ports: what they return belongs to a context, as Vert.x's callers expect. */
    static ArchRule speaksTheModel(String root) {
        return methods()
                .that()
                .areAnnotatedWith(ApiOperation.class)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(root + ".vertx..")
                .should(nameOnlyTheModelAndTheJdk())
                .because("a port that names a transport's type cannot be served by another");
    }

    private static ArchCondition<JavaMethod> nameOnlyTheModelAndTheJdk() {
        return new ArchCondition<>("name only the model and the JDK") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                named(method)
                        .filter(type -> !isModelOrJdk(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static Stream<JavaClass> named(JavaMethod method) {
        Stream<JavaType> signature =
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream());
        return Stream.concat(
                signature.flatMap(type -> type.getAllInvolvedRawTypes().stream()), method.getExceptionTypes().stream());
    }

    private static boolean isModelOrJdk(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return type.getBaseComponentType().isPrimitive()
                || name.startsWith("java.")
                || Module.CORE.holds("com.devpayr", name);
    }
}
