package com.devpayr.spring.diagnosis;

import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Stops the start of an application on a version of Spring Boot that lacks classes of the auto-configuration. Uses nothing
 * that Spring Boot 3 does not have.
 */
final class SpringBootVersionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int OLDEST_MAJOR_VERSION = 4;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        check(SpringBootVersion.getVersion());
    }

    static void check(String version) {
        String major = version.replaceAll("\\D.*", "");
        if (!major.isEmpty() && Integer.parseInt(major) < OLDEST_MAJOR_VERSION) {
            throw new UnsupportedSpringBootException(version);
        }
    }
}
