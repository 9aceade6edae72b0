package com.devpayr.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class StarterTest {
    private static final String SENTENCE =
            "devpayr-spring-boot-starter requires Spring Boot 4.0 or later, but this application runs on Spring Boot "
                    + SpringBootVersion.getVersion() + ".";

    @Test
    void theApplicationDoesNotStartAndTheReportSaysWhy(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(Application.class, "--devpayr.api-key=key"))
                .hasMessage(SENTENCE);

        assertThat(SpringBootVersion.getVersion()).startsWith("3.5.");
        assertThat(output)
                .containsSubsequence(
                        "APPLICATION FAILED TO START",
                        SENTENCE,
                        "replace the dependency com.devpayr:devpayr-spring-boot-starter by com.devpayr:devpayr-feign")
                .doesNotContain("\tat ");
    }

    @Configuration
    @EnableAutoConfiguration
    static class Application {}
}
