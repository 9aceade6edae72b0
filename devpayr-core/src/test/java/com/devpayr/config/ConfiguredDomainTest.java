package com.devpayr.config;

import static com.devpayr.internal.config.ConfigAccess.canResolveWithoutBlocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import com.devpayr.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the domain of a configuration. */
class ConfiguredDomainTest {
    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    ConfiguredDomainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private DevPayrConfig.Builder builder() {
        return DevPayrConfig.builder().environment(SystemEnvironment.of(variables, Map.of()));
    }

    @Test
    void resolvesTheDomainOnceOnFirstUse() {
        DevPayrConfig config = builder().build();
        variables.put("DEVPAYR_DOMAIN", "late.example");
        ResolvedDomain found = config.domain();
        variables.put("DEVPAYR_DOMAIN", "later.example");

        assertThat(found.value()).isEqualTo("late.example");
        assertThat(config.domain()).isSameAs(found);
    }

    @Test
    void doesNotCacheAFailedResolution() {
        DevPayrConfig config = builder().build();
        variables.put("DEVPAYR_DOMAIN", "Müller-PC");
        assertThatThrownBy(config::domain).isInstanceOf(ConfigurationException.class);

        variables.put("DEVPAYR_DOMAIN", "mueller-pc");

        assertThat(config.domain().value()).isEqualTo("mueller-pc");
    }

    @Test
    void rejectsAnInvalidDomainImmediately() {
        assertThatThrownBy(() -> builder().domain("pc\r\n").build()).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void doesNotInferTheDomainByDefault() {
        variables.put("APP_DOMAIN", "inferred.example");

        assertThat(builder().inferDomain().build().domain().source()).isEqualTo(ResolvedDomain.Source.INFERRED);
        assertThatThrownBy(() -> builder().build().domain()).hasMessageContaining("home directory");
    }

    @Test
    void aDomainIsResolvedWithoutBlockingOnceItIsKnown() {
        variables.put("DEVPAYR_DOMAIN", "env.example");
        DevPayrConfig config = builder().apiKey("api-key").build();

        assertThat(canResolveWithoutBlocking(config, Operation.LICENSE_GET)).isFalse();
        assertThat(config.domain().value()).isEqualTo("env.example");
        assertThat(canResolveWithoutBlocking(config, Operation.LICENSE_GET)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fp_dc122a9cb9bab0e899f23ea634e291cf", // PHP SDK
                "dc122a9cb9bab0e899f23ea634e291cf", // Node SDK
                "dc122a9cb9bab0e899f23ea634e291cfdc122a9cb9bab0e899f23ea634e291cf"
            })
    void usesTheFingerprintOfAnotherSdkUnchanged(String fingerprint) throws IOException {
        Path file = Files.writeString(folder.resolve("fingerprint.txt"), fingerprint + "\n");
        variables.put("DEVPAYR_DOMAIN", "variable.example.com");

        DevPayrConfig config = builder().domainFile(file).build();

        assertThat(config.domain()).isEqualTo(new ResolvedDomain(fingerprint, ResolvedDomain.Source.EXPLICIT));
        assertThat(builder()
                        .domainFile(file)
                        .domain("shop.example.com")
                        .build()
                        .domain()
                        .value())
                .isEqualTo("shop.example.com");
    }

    @Test
    void rejectsAMissingDomainFileInsteadOfUsingAnotherDomain() {
        DevPayrConfig config =
                builder().domainFile(folder.resolve("missing.txt")).build();

        assertThatThrownBy(config::domain)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("domainFile refers to", "missing.txt", "cannot be read");
    }

    @Test
    void onlyAFingerprintCannotBeShared() {
        for (ResolvedDomain.Source source : ResolvedDomain.Source.values()) {
            ResolvedDomain domain = new ResolvedDomain("shop.example.com", source);
            if (source == ResolvedDomain.Source.FINGERPRINT) {
                assertThatThrownBy(() -> domain.requireShareable("leaseStore"))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContainingAll("devpayr.domain is not set", "in spite of leaseStore");
            } else {
                assertThatCode(() -> domain.requireShareable("leaseStore")).doesNotThrowAnyException();
            }
        }
    }
}
