package com.devpayr.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.config.ResolvedDomain;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConfigurationTest {
    private static final String KEY = "devpayr.api-key=first-key";

    @Test
    void bindsEveryProperty() {
        Contexts.backend()
                .withPropertyValues(
                        KEY,
                        "devpayr.license-key=a-license",
                        "devpayr.secret=a long secret",
                        "devpayr.domain=https://Shop.Example.com/path",
                        "devpayr.base-url=https://devpayr.example.com/api",
                        "devpayr.connect-timeout=1s",
                        "devpayr.read-timeout=250ms",
                        "devpayr.call-timeout=PT1M",
                        "devpayr.max-connections=7",
                        "devpayr.max-response-size=10KB",
                        "devpayr.max-payload-response-size=2MB")
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("first-key");
                    assertThat(config.credential(Operation.PAYMENT_CHECK)).isEqualTo("a-license");
                    assertThat(config.secret()).hasToString("Secret[****]");
                    assertThat(config.domain().value()).isEqualTo("shop.example.com");
                    assertThat(config.domain().source()).isEqualTo(ResolvedDomain.Source.EXPLICIT);
                    assertThat(config.baseUrl()).isEqualTo(URI.create("https://devpayr.example.com/api/"));
                    assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(config.readTimeout()).isEqualTo(Duration.ofMillis(250));
                    assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(config.maxConnections()).isEqualTo(7);
                    assertThat(config.maxResponseBytes(Operation.LICENSE_GET)).isEqualTo(10 * 1024);
                    assertThat(config.maxResponseBytes(Operation.INJECTABLE_GET))
                            .isEqualTo(2 * 1024 * 1024);
                });
    }

    @Test
    void readsEnvironmentVariables() {
        Contexts.backend()
                .withPropertyValues("devpayr.api-key=", "devpayr.domain=")
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment",
                                Map.of("DEVPAYR_API_KEY", "of-the-environment", "DEVPAYR_DOMAIN", "env.example.com"))))
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("of-the-environment");
                    assertThat(config.domain().value()).isEqualTo("env.example.com");
                });
    }

    @Test
    void infersTheDomainIfEnabled() {
        Contexts.backend()
                .withPropertyValues("devpayr.domain=", "devpayr.infer-domain=true", "APP_URL=https://app.example.com/x")
                .run(context -> assertThat(
                                context.getBean(DevPayrConfig.class).domain().value())
                        .isEqualTo("app.example.com"));
    }

    @Test
    void usesARotatedKeyWithoutARestart() {
        Map<String, Object> refreshed = new HashMap<>(Map.of("devpayr.api-key", "old-key"));
        Contexts.backend()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("refreshed", refreshed)))
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("old-key");

                    context.getEnvironment()
                            .getPropertySources()
                            .replace(
                                    "refreshed",
                                    new MapPropertySource("refreshed", Map.of("devpayr.api-key", "new-key")));

                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("new-key");
                });
    }

    @Test
    void usesARotatedKeyFileWithoutARestart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "old-key");
        Contexts.backend()
                .withPropertyValues("devpayr.api-key=", "devpayr.api-key-file=" + file)
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("old-key");

                    Files.writeString(file, "a-longer-new-key\n");

                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("a-longer-new-key");
                });
    }

    @Test
    void acceptsAFileUrlForAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a key"), "key-of-the-file");
        for (String location : new String[] {file.toString(), file.toUri().toString(), "file:" + file}) {
            Contexts.backend()
                    .withPropertyValues("devpayr.api-key=", "devpayr.api-key-file=" + location)
                    .run(context -> assertThat(
                                    context.getBean(DevPayrConfig.class).credential(Operation.LICENSE_GET))
                            .isEqualTo("key-of-the-file"));
        }
    }

    @Test
    void keepsTheLastKeyWhileItsPlaceholderCannotBeResolved() {
        Map<String, Object> refreshed = new HashMap<>(Map.of("devpayr.api-key", "${a}", "a", "good-key"));
        Contexts.backend()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("refreshed", refreshed)))
                .run(context -> {
                    refreshed.remove("a");
                    assertThat(context.getBean(DevPayrConfig.class).credential(Operation.LICENSE_GET))
                            .isEqualTo("good-key");
                });
    }

    @Test
    void keepsTheLastValidKeyWhileTheNextOneIsInvalid() {
        AtomicReference<@Nullable String> key = new AtomicReference<>("good-key");
        DevPayrConnectionDetails rotating = new DevPayrConnectionDetails() {
            @Override
            public @Nullable String apiKey() {
                return key.get();
            }
        };
        Contexts.bare()
                .withPropertyValues("devpayr.transport=feign")
                .withBean(DevPayrConnectionDetails.class, () -> rotating)
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);

                    key.set("bad\nkey");
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("good-key");
                    key.set("next-key");
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("next-key");
                    key.set(null);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("next-key");
                });
    }

    @Test
    void connectionDetailsReplaceProperties() {
        DevPayrConnectionDetails details = new DevPayrConnectionDetails() {
            @Override
            public String baseUrl() {
                return "http://127.0.0.1:4711/api/v1/";
            }

            @Override
            public String apiKey() {
                return "of-the-container";
            }

            @Override
            public String domain() {
                return "container.example.com";
            }
        };
        Contexts.backend()
                .withPropertyValues("devpayr.base-url=https://elsewhere.example.com")
                .withBean(DevPayrConnectionDetails.class, () -> details)
                .run(context -> {
                    DevPayrConfig config = context.getBean(DevPayrConfig.class);
                    assertThat(config.baseUrl().getPort()).isEqualTo(4711);
                    assertThat(config.credential(Operation.LICENSE_GET)).isEqualTo("of-the-container");
                    assertThat(config.domain().value()).isEqualTo("container.example.com");
                });
    }

    @Test
    void appliesCustomizersInOrderAfterProperties() {
        Contexts.backend().withUserConfiguration(TwoCustomizers.class).run(context -> assertThat(
                        context.getBean(DevPayrConfig.class).connectTimeout())
                .isEqualTo(Duration.ofSeconds(22)));
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoCustomizers {
        @Bean
        @Order(2)
        DevPayrConfigCustomizer second() {
            return config -> config.connectTimeout(Duration.ofSeconds(22));
        }

        @Bean
        @Order(1)
        DevPayrConfigCustomizer first() {
            return config -> config.connectTimeout(Duration.ofSeconds(11));
        }
    }
}
