package com.devpayr.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1/, https://api.example.com/v1/projects?a=/b, projects?a=/b",
        "https://api.example.com/v1/, https://api.example.com/v1/, ''",
        "HTTPS://API.Example.com:443/v1/, https://api.example.com/v1/projects, projects",
        "http://localhost:80/, http://localhost/projects, projects",
        "https://api.example.com:8443/V1/, https://api.example.com:8443/V1/projects, projects",
        "https://[::1]:443/, https://[::1]/projects, projects"
    })
    void isRelativeToTheBaseUrl(String baseUrl, String url, String target) {
        assertThat(RequestTarget.of(baseUrl, url)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1/, https://other.example.com/v1/projects",
        "https://api.example.com/v1/, https://api.example.com/v2/projects",
        "https://api.example.com/V1/, https://api.example.com/v1/projects",
        "https://api.example.com/, https://api.example.com:80/projects",
        "https://api.example.com/, https://api.example.com.evil.com/projects"
    })
    void isTheWholeUrlOfARequestThatAnInterceptorHasRedirected(String baseUrl, String url) {
        assertThat(RequestTarget.of(baseUrl, url)).isEqualTo(url);
    }
}
