package com.devpayr.spring.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.Contexts;
import com.devpayr.spring.DevPayrAutoConfiguration;
import com.devpayr.spring.DevPayrConnectionDetails;
import com.devpayr.testkit.DevPayrEmulator;
import com.devpayr.testkit.FakeProject;
import com.devpayr.testkit.InMemoryDevPayr;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** Service connections to a container that is an emulator in this process, since there may be no Docker. */
class TestcontainersTest {
    private static final InMemoryDevPayr PLATFORM = InMemoryDevPayr.create();
    private static final FakeProject PROJECT = PLATFORM.project("Acme").paid();
    private static final DevPayrEmulator EMULATOR = DevPayrEmulator.start(PLATFORM);
    private static final String API_KEY = PLATFORM.createGlobalKey().reveal();
    private static final String LICENSE_KEY = PROJECT.license("Pro").key().reveal();

    private final ApplicationContextRunner application = Contexts.bare()
            .withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class))
            .withPropertyValues(
                    "devpayr.transport=retrofit", "devpayr.guard.startup=off", "devpayr.guard.lease.store=memory");

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    /** A container that is never created. */
    private static final class EmulatorContainer extends GenericContainer<EmulatorContainer> {
        private boolean started;

        EmulatorContainer(Map<String, String> variables) {
            super("devpayr-emulator:0.1.0");
            withExposedPorts(8787).withEnv(variables);
        }

        @Override
        public void start() {
            started = true;
        }

        @Override
        public void stop() {
            started = false;
        }

        @Override
        public boolean isRunning() {
            return started;
        }

        @Override
        public String getDockerImageName() {
            return "registry.example.com/devpayr-emulator:0.1.0";
        }

        @Override
        public String getHost() {
            return "127.0.0.1";
        }

        @Override
        public Integer getMappedPort(int port) {
            assertThat(started).isTrue();
            assertThat(port).isEqualTo(8787);
            return URI.create(EMULATOR.baseUrl()).getPort();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ContainerBean {
        @Bean
        @ServiceConnection(name = "devpayr-emulator")
        EmulatorContainer devpayr() {
            return new EmulatorContainer(Map.of(
                    "DEVPAYR_API_KEY", API_KEY,
                    "DEVPAYR_LICENSE_KEY", LICENSE_KEY,
                    "DEVPAYR_DOMAIN", "container.example.com"));
        }
    }

    @Test
    void connectsToAContainerBean() {
        application.withUserConfiguration(ContainerBean.class).run(context -> {
            DevPayrConfig config = context.getBean(DevPayrConfig.class);

            assertThat(config.baseUrl()).hasToString(EMULATOR.baseUrl());
            assertThat(config.domain().value()).isEqualTo("container.example.com");
            assertThat(context.getBean(DevPayr.class)
                            .projects()
                            .get(PROJECT.id())
                            .name())
                    .isEqualTo("Acme");
            assertThat(context.getBean(LicenseGuard.class).check()).isInstanceOf(Verdict.Allowed.class);
        });
    }

    /** Without a name of the connection, the image's name counts, with any registry and tag. */
    interface Containers {
        @ServiceConnection
        EmulatorContainer DEVPAYR =
                new EmulatorContainer(Map.of("DEVPAYR_API_KEY", API_KEY, "DEVPAYR_LICENSE_KEY", " "));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportTestcontainers(Containers.class)
    static class ContainerField {}

    @Test
    void connectsToAContainerOfTheImage() {
        application
                .withUserConfiguration(ContainerField.class)
                .withPropertyValues(
                        "devpayr.guard.enabled=false",
                        "devpayr.base-url=https://api.example.com/",
                        "devpayr.api-key=production")
                .run(context -> assertThat(
                                context.getBean(DevPayr.class).projects().listAll())
                        .hasSize(1));
    }

    // <container>
    @TestConfiguration(proxyBeanMethods = false)
    static class Emulator {
        @Bean
        @ServiceConnection(name = "devpayr-emulator")
        GenericContainer<?> devpayr() {
            return new GenericContainer<>("devpayr-emulator")
                    .withCopyFileToContainer(MountableFile.forClasspathResource("devpayr-seed.json"), "/seed.json")
                    .withCommand("--seed=/seed.json")
                    .withEnv("DEVPAYR_LICENSE_KEY", "demo-license")
                    .withExposedPorts(8787)
                    .waitingFor(Wait.forHttp("/health"));
        }
    }
    // </container>

    /** The container would be started when the details are read. */
    @Test
    void providesTheDetailsOfTheDocumentedContainer() {
        new ApplicationContextRunner()
                .withUserConfiguration(Emulator.class)
                .withConfiguration(
                        AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, DevPayrAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .getBean(DevPayrConnectionDetails.class)
                        .extracting(details -> details.getClass().getEnclosingClass())
                        .isEqualTo(EmulatorContainerConnectionDetailsFactory.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutKeys {
        @Bean
        @ServiceConnection(name = "devpayr-emulator")
        EmulatorContainer devpayr() {
            return new EmulatorContainer(Map.of());
        }
    }

    @Test
    void reportsAContainerWithoutKeys() {
        application
                .withUserConfiguration(WithoutKeys.class)
                .withPropertyValues("devpayr.guard.enabled=false", "devpayr.api-key=production")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("set DEVPAYR_API_KEY or DEVPAYR_LICENSE_KEY in its environment"));
    }
}
