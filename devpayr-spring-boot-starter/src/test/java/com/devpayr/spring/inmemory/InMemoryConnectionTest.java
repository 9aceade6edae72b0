package com.devpayr.spring.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import com.devpayr.DevPayr;
import com.devpayr.config.DevPayrConfig;
import com.devpayr.guard.LicenseGuard;
import com.devpayr.guard.Verdict;
import com.devpayr.spring.Contexts;
import com.devpayr.testkit.InMemoryDevPayr;
import com.devpayr.testkit.model.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Tests that the in-memory transport ignores the connection that the application configures for production. */
class InMemoryConnectionTest {
    @Test
    void baseUrlCredentialsAndDomainOfThePropertiesHaveNoEffect() {
        Contexts.inMemory()
                .withPropertyValues(
                        "devpayr.base-url=https://devpayr.invalid/another/path/",
                        "devpayr.api-key=a-key-of-production",
                        "devpayr.license-key=a-license-of-production",
                        "devpayr.domain=shop.example.com")
                .run(application -> {
                    DevPayrConfig config = application.getBean(DevPayrConfig.class);
                    assertThat(config.baseUrl()).hasToString("http://localhost/");
                    assertThat(config.domain().value()).isEqualTo("localhost");

                    assertThat(application.getBean(LicenseGuard.class).check()).isInstanceOf(Verdict.Allowed.class);
                    assertThat(application.getBean(DevPayr.class).projects().listAll())
                            .hasSize(1);
                    assertThat(application.getBean(InMemoryDevPayr.class).requests())
                            .extracting(RecordedRequest::target)
                            .allMatch(target -> target.startsWith("project"));
                });
    }

    /** The transport does not support it, and would reject the configuration. */
    @Test
    void unsupportedProxyOfTheEnvironmentHasNoEffect() {
        Contexts.inMemory()
                .withPropertyValues(
                        "HTTPS_PROXY=socks5://proxy.example.com:1080", "devpayr.base-url=https://devpayr.invalid/")
                .run(application -> {
                    assertThat(application.getBean(DevPayrConfig.class).proxy()).isNull();
                    assertThat(application.getBean(LicenseGuard.class).check()).isInstanceOf(Verdict.Allowed.class);
                });
    }
}
