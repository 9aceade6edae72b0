package com.devpayr.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The libraries that the build of the application selects. */
class VersionsTest {
    private static final Map<String, String> TYPES = Map.of(
            "spring-boot", "org/springframework/boot/SpringApplication",
            "jackson-core", "tools/jackson/core/JsonParser",
            "feign-core", "feign/Feign",
            "retrofit", "retrofit2/Retrofit",
            "okhttp", "okhttp3/OkHttpClient");

    static List<String> libraries() {
        return Arrays.asList(System.getProperty("expected.versions").split(", "));
    }

    /** Tests that a library has the version in the name of its JAR, and is on the class path once. */
    @ParameterizedTest
    @MethodSource("libraries")
    void theApplicationHasTheVersionOfItsUsers(String library) throws IOException {
        String[] nameAndVersion = library.split(" ");
        List<URL> found = Collections.list(
                VersionsTest.class.getClassLoader().getResources(TYPES.get(nameAndVersion[0]) + ".class"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).getPath().replaceAll("\\.jar!.*", "").replaceAll(".*-(?=[0-9])", ""))
                .isEqualTo(nameAndVersion[1]);
    }
}
