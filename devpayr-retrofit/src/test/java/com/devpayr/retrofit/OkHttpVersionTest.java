package com.devpayr.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Tests that a build with another version of OkHttp uses that version. */
class OkHttpVersionTest {
    @Test
    void testsRunWithTheConfiguredOkHttpVersionOnly() throws IOException {
        List<URL> found = Collections.list(getClass()
                .getClassLoader()
                .getResources(OkHttpClient.class.getName().replace('.', '/') + ".class"));

        assertThat(OkHttp.VERSION).isEqualTo(System.getProperty("expected.okhttp.version"));
        assertThat(found).hasSize(1);
    }
}
