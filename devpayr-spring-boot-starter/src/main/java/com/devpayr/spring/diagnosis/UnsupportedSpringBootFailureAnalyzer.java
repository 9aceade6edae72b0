package com.devpayr.spring.diagnosis;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzer that suggests the client without the starter. */
final class UnsupportedSpringBootFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedSpringBootException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedSpringBootException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Upgrade to Spring Boot 4, or replace the dependency com.devpayr:devpayr-spring-boot-starter by"
                        + " com.devpayr:devpayr-feign and create the client and the license guard as beans, as described"
                        + " in docs/spring.md under \"Spring Boot 3\".",
                cause);
    }
}
