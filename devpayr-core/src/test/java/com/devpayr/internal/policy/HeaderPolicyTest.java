package com.devpayr.internal.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.devpayr.call.CallOptions;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.error.MissingCredentialException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderPolicyTest {
    private static final DevPayrConfig BOTH = DevPayrConfig.builder()
            .apiKey("the-api-key")
            .licenseKey("the-license-key")
            .domain("https://Shop.example.com/")
            .build();

    private static Map<String, String> headers(DevPayrConfig config, Operation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        new HeaderPolicy(config, "feign")
                .apply(operation, operation.credential(), CallOptions.none(), (name, value) -> assertThat(
                                headers.put(name, value))
                        .as(name)
                        .isNull());
        return headers;
    }

    @ParameterizedTest
    @EnumSource
    void requestHasExactlyTheDocumentedCredential(Operation operation) {
        Map<String, String> headers = headers(BOTH, operation);

        assertThat(headers.keySet())
                .contains("User-Agent")
                .isSubsetOf("Accept", "User-Agent", "X-Devpayr-Domain", "X-API-KEY", "X-LICENSE-KEY");
        assertThat(headers)
                .containsEntry("Accept", "application/json")
                .containsEntry("X-Devpayr-Domain", "shop.example.com");
        assertThat(headers.get("X-API-KEY"))
                .isEqualTo(operation.credential() == Credential.API_KEY ? "the-api-key" : null);
        assertThat(headers.get("X-LICENSE-KEY"))
                .isEqualTo(operation.credential() == Credential.LICENSE_KEY ? "the-license-key" : null);
    }

    @Test
    void theUserAgentNamesTheLibraryItsVersionAndTheTransport() {
        assertThat(headers(BOTH, Operation.PROJECT_LIST).get("User-Agent"))
                .matches("devpayr-java/\\d+\\.\\d+\\.\\d+\\S* \\(feign\\)");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"PING", "RAW_.*"})
    void missingCredentialNamesTheSetting(Operation operation) {
        Credential missing = requireNonNull(operation.credential());
        DevPayrConfig other = missing == Credential.API_KEY
                ? DevPayrConfig.builder()
                        .domain("d")
                        .licenseKey("the-license-key")
                        .build()
                : DevPayrConfig.builder().domain("d").apiKey("the-api-key").build();
        Map<String, String> headers = new LinkedHashMap<>();

        assertThatThrownBy(() -> new HeaderPolicy(other, "feign")
                        .apply(operation, operation.credential(), CallOptions.none(), headers::put))
                .isInstanceOfSatisfying(MissingCredentialException.class, error -> assertThat(error.operation())
                        .isEqualTo(operation))
                .hasMessageContainingAll(operation.id(), missing.setting(), missing.variable());
        assertThat(headers).isEmpty();
    }

    @Test
    void optionsOfTheCallTakePrecedenceAndAddHeaders() {
        CallOptions options = CallOptions.builder()
                .header("traceparent", "00-a-b-01")
                .header("X-Tenant", "seven")
                .domain("other.example.com")
                .apiKey("another-api-key")
                .build();
        Map<String, String> headers = new LinkedHashMap<>();

        new HeaderPolicy(BOTH, "feign").apply(Operation.LICENSE_GET, Credential.API_KEY, options, headers::put);

        assertThat(headers)
                .containsEntry("traceparent", "00-a-b-01")
                .containsEntry("X-Tenant", "seven")
                .containsEntry("X-Devpayr-Domain", "other.example.com")
                .containsEntry("X-API-KEY", "another-api-key")
                .doesNotContainKey("X-LICENSE-KEY");
    }
}
