package com.devpayr.spring.diagnosis;

/** Thrown at startup if the application runs on a version of Spring Boot that the starter does not support. */
final class UnsupportedSpringBootException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedSpringBootException(String version) {
        super("devpayr-spring-boot-starter requires Spring Boot 4.0 or later, but this application runs on Spring Boot "
                + version + ".");
    }
}
