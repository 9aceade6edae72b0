package com.devpayr.feign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import feign.Param;
import feign.RequestLine;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the annotations of paths with variables. */
class PathVariablesTest {
    private static final List<Method> METHODS = FeignTransport.ANNOTATED.values().stream()
            .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
            .filter(method -> line(method).value().contains("{"))
            .toList();

    private static RequestLine line(Method method) {
        return requireNonNull(method.getAnnotation(RequestLine.class), method::toString);
    }

    @Test
    void variablesAreIds() {
        assertThat(METHODS)
                .flatExtracting(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(Param.class))
                        .toList())
                .isNotEmpty()
                .allMatch(parameter -> parameter.getType() == long.class);
    }

    @Test
    void variablesAreNotSearchedForSlashes() {
        assertThat(METHODS).isNotEmpty().noneMatch(method -> line(method).decodeSlash());
    }
}
