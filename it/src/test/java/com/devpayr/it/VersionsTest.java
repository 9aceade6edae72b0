package com.devpayr.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** The libraries that the build of the application selects. */
class VersionsTest {
    @Test
    void theApplicationHasTheVersionsOfItsUsers() throws IOException {
        assertThat("spring-boot " + SpringBootVersion.getVersion()
                        + ", jackson-core " + version("tools/jackson/core/JsonParser")
                        + ", feign-core " + version("feign/Feign")
                        + ", okhttp " + version("okhttp3/OkHttpClient"))
                .isEqualTo(System.getProperty("expected.versions"));
    }

    /** Returns the version in the name of the JAR. A class must not be in two of them. */
    private static String version(String type) throws IOException {
        List<URL> found = Collections.list(VersionsTest.class.getClassLoader().getResources(type + ".class"));
        assertThat(found).hasSize(1);
        return found.get(0).getPath().replaceAll("\\.jar!.*", "").replaceAll(".*-(?=[0-9])", "");
    }
}
