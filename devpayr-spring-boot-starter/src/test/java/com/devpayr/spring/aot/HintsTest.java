package com.devpayr.spring.aot;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.AsyncDevPayr;
import com.devpayr.DevPayr;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.injectable.Injectable;
import com.devpayr.license.License;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.project.Project;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

/** Hints of the registrar in {@code aot.factories}. */
class HintsTest {
    private static final ReflectionHintsPredicates REFLECTION = RuntimeHintsPredicates.reflection();
    private final RuntimeHints hints = NamedRegistrars.hints();

    /** Returns all services of the clients. */
    static Stream<Class<?>> ports() {
        return Stream.of(DevPayr.class.getMethods(), AsyncDevPayr.class.getMethods())
                .flatMap(Stream::of)
                .filter(method -> method.getReturnType().getSimpleName().endsWith("Service"))
                .map(Method::getReturnType);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void registersAProxyForEachService(Class<?> port) throws ClassNotFoundException {
        assertThat(RuntimeHintsPredicates.proxies().forInterfaces(port)).accepts(hints);
        assertThat(REFLECTION.onType(port).withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                .accepts(hints);
        for (String annotated : annotated(port)) {
            TypeReference type = TypeReference.of(Class.forName(annotated));
            assertThat(RuntimeHintsPredicates.proxies().forInterfaces(type)).accepts(hints);
            assertThat(REFLECTION.onType(type).withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                    .accepts(hints);
        }
    }

    private static List<String> annotated(Class<?> port) {
        String name = port.getSimpleName();
        return name.startsWith("Async")
                ? List.of()
                : List.of("com.devpayr.feign.Feign" + name, "com.devpayr.retrofit." + name.replace("Service", "Api"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Project.class,
                ProjectDomain.class,
                License.class,
                Injectable.class,
                DeliveredInjectable.class,
                PaymentStatus.class
            })
    void registersTheBuildersOfResources(Class<?> resource) throws ClassNotFoundException {
        Class<?> builder = Class.forName(resource.getName() + "$Builder");

        assertThat(REFLECTION
                        .onType(builder)
                        .withMemberCategories(
                                MemberCategory.INVOKE_DECLARED_CONSTRUCTORS, MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
        for (String mixin : List.of("Of" + resource.getSimpleName(), "Of" + resource.getSimpleName() + "Builder")) {
            assertThat(REFLECTION
                            .onType(Class.forName("com.devpayr.jackson.internal.ModelMixins$" + mixin))
                            .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                    .accepts(hints);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LenientMap", "LenientStringList"})
    void registersDeserializers(String reader) throws ClassNotFoundException {
        assertThat(REFLECTION
                        .onType(Class.forName("com.devpayr.jackson.internal." + reader))
                        .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                .accepts(hints);
    }
}
