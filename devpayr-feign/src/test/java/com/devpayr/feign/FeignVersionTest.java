package com.devpayr.feign;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Feign;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** The build runs these tests on the newest and on the oldest Feign. */
class FeignVersionTest {
    @Test
    void runsOnTheVersionsThatTheBuildSelected() throws IOException {
        Properties recorded = new Properties();
        try (InputStream file =
                Feign.class.getResourceAsStream("/META-INF/maven/io.github.openfeign/feign-core/pom.properties")) {
            recorded.load(file);
        }

        assertThat(recorded.getProperty("version")).isEqualTo(System.getProperty("expected.feign.version"));
        assertThat(OkHttp.VERSION).isEqualTo(System.getProperty("expected.okhttp.version"));
        assertThat(copiesOf(Feign.class)).hasSize(1);
        assertThat(copiesOf(OkHttpClient.class)).hasSize(1);
    }

    private static List<URL> copiesOf(Class<?> type) throws IOException {
        return Collections.list(
                type.getClassLoader().getResources(type.getName().replace('.', '/') + ".class"));
    }
}
