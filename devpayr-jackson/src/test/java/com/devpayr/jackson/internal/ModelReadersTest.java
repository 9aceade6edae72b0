package com.devpayr.jackson.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.page.Page;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelReadersTest {
    static Set<Class<?>> models() {
        return ModelReaders.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsEveryFieldOfTheModel(Class<?> model) throws ClassNotFoundException {
        Class<?> builder = Class.forName(model.getName() + "$Builder");
        Set<String> settable = Stream.of(builder.getDeclaredMethods())
                .filter(method -> method.getReturnType() == builder && !method.isSynthetic())
                .map(Method::getName)
                .map(ModelReadersTest::nameInJson)
                .collect(Collectors.toSet());

        Set<String> read = Set.copyOf(ModelReaders.of(model).fieldNames());

        assertThat(read).containsAll(settable);
        assertThat(read.stream().filter(name -> !name.equals("encrypted_content")))
                .hasSameSizeAs(settable);
    }

    @Test
    void knowsNoOtherType() {
        assertThatThrownBy(() -> ModelReaders.of(Page.class)).isInstanceOf(IllegalStateException.class);
    }

    private static String nameInJson(String setter) {
        return setter.equals("key")
                ? "uuid"
                : setter.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
