package com.devpayr.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client on a class path with a library that is too old. */
class OldFeignTest {
    private final DevPayrConfig config =
            DevPayrConfig.builder().apiKey("key").domain("shop.example.com").build();

    @Test
    void creatingAClientRejectsAnOldFeign() {
        assertThatThrownBy(() -> create("feign-core", "12.5"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("io.github.openfeign:feign-core 12.5", "13.6 or later", "docs/support.md");
    }

    @Test
    void creatingAClientRejectsAnOldJackson() {
        assertThatThrownBy(() -> create("jackson-databind", "3.0.4"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("tools.jackson.core:jackson-databind 3.0.4", "3.1 or later");
        assertThatThrownBy(() -> create("jackson-annotations", "2.19.2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("com.fasterxml.jackson.core:jackson-annotations 2.19.2", "2.21 or later");
    }

    @Test
    void acceptsTheOldestSupportedVersion() throws Throwable {
        assertThat(create("feign-core", "13.6")).isNotNull();
    }

    private Object create(String artifact, String version) throws Throwable {
        Class<?> factory = new OldLibrary(artifact, version).loadClass(FeignDevPayr.class.getName());
        Method create = factory.getMethod("create", DevPayrConfig.class);
        try {
            return create.invoke(null, config);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Loads the modules that check versions once more, and gives one library another version. */
    private static final class OldLibrary extends ClassLoader {
        private final String record;
        private final String version;

        OldLibrary(String artifact, String version) {
            super(OldFeignTest.class.getClassLoader());
            this.record = "/" + artifact + "/pom.properties";
            this.version = version;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean isOurs = name.startsWith("com.devpayr.feign.") || name.startsWith("com.devpayr.jackson.");
            Class<?> loaded = findLoadedClass(name);
            if (!isOurs || loaded != null) {
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
            try (InputStream code = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            return name.endsWith(record)
                    ? new ByteArrayInputStream(("version=" + version).getBytes(UTF_8))
                    : super.getResourceAsStream(name);
        }
    }
}
