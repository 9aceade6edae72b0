package com.devpayr.spring.container;

import com.devpayr.spring.DevPayrConnectionDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.Container;

/** Factory that creates {@link DevPayrConnectionDetails} from a {@code @ServiceConnection} container with the emulator. */
final class EmulatorContainerConnectionDetailsFactory
        extends ContainerConnectionDetailsFactory<Container<?>, DevPayrConnectionDetails> {
    EmulatorContainerConnectionDetailsFactory() {
        super(EmulatorImage.NAME);
    }

    @Override
    protected DevPayrConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
        return new EmulatorDetails(source);
    }

    /** Starts the container when a value is read. */
    private static final class EmulatorDetails extends ContainerConnectionDetails<Container<?>>
            implements DevPayrConnectionDetails {
        EmulatorDetails(ContainerConnectionSource<Container<?>> source) {
            super(source);
        }

        @Override
        public String baseUrl() {
            Container<?> container = getContainer();
            EmulatorImage.requireKey(container.getEnvMap(), "the container " + EmulatorImage.NAME);
            return EmulatorImage.baseUrl(container.getHost(), container.getMappedPort(EmulatorImage.PORT));
        }

        @Override
        public @Nullable String apiKey() {
            return variable(EmulatorImage.API_KEY);
        }

        @Override
        public @Nullable String licenseKey() {
            return variable(EmulatorImage.LICENSE_KEY);
        }

        @Override
        public @Nullable String secret() {
            return variable(EmulatorImage.SECRET);
        }

        @Override
        public @Nullable String domain() {
            return variable(EmulatorImage.DOMAIN);
        }

        private @Nullable String variable(String name) {
            Map<String, String> variables = getContainer().getEnvMap();
            return EmulatorImage.get(variables, name);
        }
    }
}
