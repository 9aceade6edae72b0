package com.devpayr.spring.container;

import com.devpayr.spring.DevPayrConnectionDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;

/** Factory that creates {@link DevPayrConnectionDetails} from a Docker Compose service with the emulator. */
final class EmulatorDockerComposeConnectionDetailsFactory
        extends DockerComposeConnectionDetailsFactory<DevPayrConnectionDetails> {
    EmulatorDockerComposeConnectionDetailsFactory() {
        super(EmulatorImage.NAME);
    }

    @Override
    protected DevPayrConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
        RunningService service = source.getRunningService();
        EmulatorImage.requireKey(service.env(), "the Docker Compose service " + service.name());
        return EmulatorImage.get(service.env(), EmulatorImage.LICENSE_KEY) == null
                ? new BackendDetails(service)
                : new ApplicationDetails(service);
    }

    /** Details without a license key: the class does not override that method, so there is no license guard. */
    private static class BackendDetails extends DockerComposeConnectionDetails implements DevPayrConnectionDetails {
        private final String baseUrl;
        private final Map<String, @Nullable String> variables;

        BackendDetails(RunningService service) {
            super(service);
            this.baseUrl = EmulatorImage.baseUrl(service.host(), service.ports().get(EmulatorImage.PORT));
            this.variables = service.env();
        }

        @Override
        public String baseUrl() {
            return baseUrl;
        }

        @Override
        public @Nullable String apiKey() {
            return variable(EmulatorImage.API_KEY);
        }

        @Override
        public @Nullable String secret() {
            return variable(EmulatorImage.SECRET);
        }

        @Override
        public @Nullable String domain() {
            return variable(EmulatorImage.DOMAIN);
        }

        final @Nullable String variable(String name) {
            return EmulatorImage.get(variables, name);
        }
    }

    /** Details with a license key, which enables the license guard. */
    private static final class ApplicationDetails extends BackendDetails {
        ApplicationDetails(RunningService service) {
            super(service);
        }

        @Override
        public @Nullable String licenseKey() {
            return variable(EmulatorImage.LICENSE_KEY);
        }
    }
}
