package com.devpayr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.error.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainResolverTest {
    private static final List<String> INFERRED = List.of(
            "APP_DOMAIN",
            "APP_URL",
            "SITE_URL",
            "PUBLIC_URL",
            "VERCEL_URL",
            "RENDER_EXTERNAL_URL",
            "RAILWAY_STATIC_URL",
            "FLY_APP_NAME",
            "HEROKU_APP_DEFAULT_DOMAIN_NAME",
            "WEBSITE_HOSTNAME",
            "K_SERVICE",
            "CONTAINER_APP_NAME");

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();

    DomainResolverTest(@TempDir Path home) {
        this.home = home;
    }

    private ResolvedDomain resolve(boolean infer, String... explicit) {
        properties.put("user.home", home.toString());
        DomainResolver resolver = new DomainResolver(SystemEnvironment.of(variables, properties), infer, false);
        return resolver.resolve(explicit.length == 0 ? null : explicit[0]);
    }

    @Test
    void theFirstSourceWithAValueWins() {
        properties.put("devpayr.domain", "property.example");
        variables.put("DEVPAYR_DOMAIN", "variable.example");
        variables.put("APP_DOMAIN", "inferred.example");

        assertThat(resolve(true, "explicit.example"))
                .isEqualTo(new ResolvedDomain("explicit.example", ResolvedDomain.Source.EXPLICIT));
        assertThat(resolve(true))
                .isEqualTo(new ResolvedDomain("property.example", ResolvedDomain.Source.SYSTEM_PROPERTY));
        properties.remove("devpayr.domain");
        assertThat(resolve(true)).isEqualTo(new ResolvedDomain("variable.example", ResolvedDomain.Source.ENVIRONMENT));
        variables.remove("DEVPAYR_DOMAIN");
        assertThat(resolve(true)).isEqualTo(new ResolvedDomain("inferred.example", ResolvedDomain.Source.INFERRED));
        variables.remove("APP_DOMAIN");
        assertThat(resolve(true).source()).isEqualTo(ResolvedDomain.Source.FINGERPRINT);
    }

    @Test
    void normalizesTheValueOfEverySource() {
        assertThat(resolve(false, "https://A.example/x").value()).isEqualTo("a.example");
        variables.put("DEVPAYR_DOMAIN", "https://B.example/x");
        assertThat(resolve(false).value()).isEqualTo("b.example");
        properties.put("devpayr.domain", "https://C.example/x");
        assertThat(resolve(false).value()).isEqualTo("c.example");
    }

    static List<String> inferred() {
        return INFERRED;
    }

    @ParameterizedTest
    @MethodSource("inferred")
    void readsHostingVariablesOnlyIfInferenceIsEnabled(String name) {
        variables.put(name, "https://Shop.Example.com/x");

        assertThat(resolve(true)).isEqualTo(new ResolvedDomain("shop.example.com", ResolvedDomain.Source.INFERRED));
        assertThat(resolve(false).source()).isEqualTo(ResolvedDomain.Source.FINGERPRINT);
    }

    @ParameterizedTest
    @MethodSource("inferred")
    void readsHostingVariablesInOrder(String name) {
        INFERRED.subList(INFERRED.indexOf(name), INFERRED.size()).forEach(later -> variables.put(later, later + ".x"));

        assertThat(resolve(true).value()).isEqualToIgnoringCase(name.contains("_") ? name + ".x" : name);
    }

    @Test
    void skipsBlankValues() {
        properties.put("devpayr.domain", " ");
        variables.put("DEVPAYR_DOMAIN", "");
        variables.put("APP_DOMAIN", "\t");
        variables.put("APP_URL", "https://app.example");

        assertThat(resolve(true).value()).isEqualTo("app.example");
    }

    @Test
    void readsTheDomainFromAFile() throws IOException {
        Path file = Files.writeString(home.resolve("domain"), "Shop.example.com\n");
        variables.put("DEVPAYR_DOMAIN_FILE", file.toString());

        assertThat(resolve(false)).isEqualTo(new ResolvedDomain("shop.example.com", ResolvedDomain.Source.ENVIRONMENT));
    }

    @Test
    void reportsAnInvalidValueWithItsSource() {
        variables.put("APP_URL", "https://");

        assertThatThrownBy(() -> resolve(true))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("APP_URL ");
    }

    @Test
    void doesNotGenerateAFingerprintIfADomainIsRequired() {
        properties.put("user.home", home.toString());
        DomainResolver resolver = new DomainResolver(SystemEnvironment.of(variables, properties), true, true);

        assertThatThrownBy(() -> resolver.resolve(null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("domain is not set")
                .hasMessageContaining("DEVPAYR_DOMAIN");
        assertThat(home).isEmptyDirectory();
        variables.put("K_SERVICE", "shop");
        assertThat(resolver.resolve(null)).isEqualTo(new ResolvedDomain("shop", ResolvedDomain.Source.INFERRED));
    }

    @Test
    void doesNotStoreAFingerprintBelowTheWorkingDirectory() {
        for (String homeless : List.of("?", "", "relative", "/")) {
            DomainResolver resolver = new DomainResolver(
                    SystemEnvironment.of(Map.of(), Map.of("os.name", "Linux", "user.home", homeless)), false, false);

            assertThatThrownBy(() -> resolver.resolve(null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("set DEVPAYR_DOMAIN");
            assertThat(Path.of(homeless, ".local/state/devpayr")).doesNotExist();
        }
    }

    @Test
    void storesTheFingerprintInTheStateDirectory() {
        String first = resolve(false).value();

        assertThat(home.resolve(".local/state/devpayr/fingerprint")).hasContent(first);
        assertThat(resolve(false).value()).isEqualTo(first).matches("device-[0-9a-f]{32}");
    }
}
