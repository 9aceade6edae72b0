package com.devpayr.spring.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.lifecycle.DockerComposeServicesReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Docker Compose services that are an emulator in this process, passed to Spring Boot's own listener. */
class DockerComposeTest {
    private final InMemoryDevPayr platform = InMemoryDevPayr.create();
    private final FakeProject project = platform.project("Acme").paid();
    private final DevPayrEmulator emulator = DevPayrEmulator.start(platform);
    private final String apiKey = platform.createGlobalKey().reveal();
    private final String licenseKey = project.license("Pro").key().reveal();

    private final ApplicationContextRunner application = Contexts.bare()
            .withPropertyValues(
                    "devpayr.transport=retrofit", "devpayr.guard.startup=off", "devpayr.guard.lease.store=memory");

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** A service that publishes the emulator's port. */
    private record Service(String name, String imageName, int port, Map<String, String> env) implements RunningService {
        @Override
        public ImageReference image() {
            return ImageReference.of(imageName);
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public ConnectionPorts ports() {
            return new ConnectionPorts() {
                @Override
                public int get(int containerPort) {
                    assertThat(containerPort).isEqualTo(8787);
                    return port;
                }

                @Override
                public List<Integer> getAll() {
                    return List.of(port);
                }

                @Override
                public List<Integer> getAll(@Nullable String protocol) {
                    return List.of(port);
                }
            };
        }

        @Override
        public Map<String, String> labels() {
            return Map.of();
        }
    }

    private ApplicationContextRunner with(String image, Map<String, String> variables) {
        int port = URI.create(emulator.baseUrl()).getPort();
        return application.withInitializer(context -> publish(context, new Service("devpayr", image, port, variables)));
    }

    /** Notifies the listener that registers connection details, as when the services are ready. */
    @SuppressWarnings("unchecked") // factories are loaded by a raw type
    private static void publish(ConfigurableApplicationContext context, RunningService service) {
        DockerComposeServicesReadyEvent event = BeanUtils.instantiateClass(constructor(), context, List.of(service));
        SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class).stream()
                .filter(listener -> listener.getClass().getName().contains("DockerComposeServiceConnections"))
                .forEach(listener -> listener.onApplicationEvent(event));
    }

    private static Constructor<DockerComposeServicesReadyEvent> constructor() {
        try {
            return DockerComposeServicesReadyEvent.class.getDeclaredConstructor(ApplicationContext.class, List.class);
        } catch (NoSuchMethodException changed) {
            throw new AssertionError(changed);
        }
    }

    @Test
    void connectsAnApplicationToAService() {
        with(
                        "registry.example.com/devpayr-emulator:0.1.0",
                        Map.of("DEVPAYR_LICENSE_KEY", licenseKey, "DEVPAYR_DOMAIN", "compose.example.com"))
                .run(context -> {
                    assertThat(context.getBean(DevPayrConfig.class).baseUrl()).hasToString(emulator.baseUrl());
                    assertThat(context.getBean(DevPayrConfig.class).domain().value())
                            .isEqualTo("compose.example.com");
                    assertThat(context.getBean(LicenseGuard.class).check()).isInstanceOf(Verdict.Allowed.class);
                });
    }

    @Test
    void connectsABackendWithoutAGuard() {
        with("devpayr-emulator", Map.of("DEVPAYR_API_KEY", apiKey, "DEVPAYR_SECRET", "a long secret"))
                .withPropertyValues("devpayr.base-url=https://api.example.com/", "devpayr.api-key=production")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(LicenseGuard.class);
                    assertThat(context.getBean(DevPayr.class)
                                    .projects()
                                    .get(project.id())
                                    .name())
                            .isEqualTo("Acme");
                });
    }

    @Test
    void reportsAServiceWithoutKeys() {
        with("devpayr-emulator", Map.of("DEVPAYR_DOMAIN", "compose.example.com"))
                .withPropertyValues("devpayr.api-key=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContainingAll("the Docker Compose service devpayr", "set DEVPAYR_API_KEY or"));
    }

    @Test
    void ignoresOtherServices() {
        with("axllent/mailpit", Map.of())
                .withPropertyValues("devpayr.api-key=a-key", "devpayr.base-url=https://api.example.com/")
                .run(context -> assertThat(context.getBean(DevPayrConfig.class).baseUrl())
                        .hasToString("https://api.example.com/"));
    }
}
