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

/** Rules for ports: the service interfaces with {@code @ApiOperation} methods. */
final class PortRules {
    private PortRules() {}

    /** Only transports, the in-memory platform and the core's proxies implement ports. */
    static ArchRule wrapsByInterceptors(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        root + ".resilience4j..", root + ".spring..", root + ".okhttp..", root + ".jackson..")
                .should()
                .beAssignableTo(describe("a port", PortRules::isPort))
                .because("a CallInterceptor decorates all ports and receives the operation");
    }

    private static boolean isPort(JavaClass type) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(ApiOperation.class));
    }

    /** Excludes the services of Vert.x and the interfaces of Retrofit, which return types of their libraries. */
    static ArchRule usesOnlyTheModel(String root) {
        return methods()
                .that()
                .areAnnotatedWith(ApiOperation.class)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(root + ".vertx..", root + ".retrofit..")
                .should(useOnlyTheModelAndTheJdk())
                .because("a port with types of one transport cannot be implemented by another");
    }

    private static ArchCondition<JavaMethod> useOnlyTheModelAndTheJdk() {
        return new ArchCondition<>("use only types of the model and the JDK") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                signatureTypes(method)
                        .filter(type -> !isModelOrJdk(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " uses " + type.getName())));
            }
        };
    }

    private static Stream<JavaClass> signatureTypes(JavaMethod method) {
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
