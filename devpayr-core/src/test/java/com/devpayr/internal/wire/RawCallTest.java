package com.devpayr.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.error.InvalidRequestException;
import com.devpayr.operation.Credential;
import com.devpayr.operation.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawCallTest {
    private static RawCall get(String path) {
        return new RawCall("GET", path, Credential.API_KEY, null);
    }

    @ParameterizedTest
    @CsvSource({
        "projects, projects",
        "/projects, projects",
        "project/7/seats?per_page=5&q=a%20b/c?d:e, project/7/seats?per_page=5&q=a%20b/c?d:e",
        "project/7/a:b, project/7/a:b",
        "a%C3%A4/..b/...., a%C3%A4/..b/....",
        "project/7;v=1/..b;x, project/7;v=1/..b;x",
        "'', ''",
        "?a=../.., ?a=../.."
    })
    void acceptsPathsBelowTheBaseUrl(String path, String target) {
        assertThat(get(path).path()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/x",
                "HTTPS://evil.example.com",
                "//evil.example.com/x",
                "///evil.example.com",
                "/\\evil.example.com",
                "\\\\evil.example.com",
                "evil.example.com:443/x",
                "javascript:alert(1)",
                "..",
                "../x",
                "project/../../x",
                "project/..",
                "project/%2e%2e/x",
                "project/.%2E/x",
                "project/./x",
                "project/..;/x",
                "project/..;v=1/x",
                "project/.;",
                "project/%2E%2e%3Bv=1/x",
                "%2e/x",
                "project/..%2fx",
                "project%2F..%2Fx",
                "project/%5c..%5cx",
                "project/a%00",
                "project//x",
                "project/7#fragment",
                "project/a b",
                "project/7\r\nX-API-KEY: stolen",
                "project/%zz",
                "project/%4",
                "project/{id}",
                "project/ä"
            })
    void rejectsPathsThatCouldLeaveTheBaseUrl(String path) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> get(path))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HEAD", "CONNECT", "TRACE", "OPTIONS", "GET /x HTTP/1.1\r\n"})
    void rejectsOtherMethods(String method) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> new RawCall(method, "projects", null, null))
                .withMessageStartingWith("method");
    }

    @Test
    void onlyGetMayBeRetried() {
        assertThat(get("x").operation()).isEqualTo(Operation.RAW_READ);
        for (String method : List.of("post", "PUT", "PATCH", "DELETE")) {
            assertThat(new RawCall(method, "x", null, null).operation()).isEqualTo(Operation.RAW_WRITE);
        }
    }

    @Test
    void acceptsTextMapsAndListsAsBody() {
        for (Object body : List.of("{}", Map.of("a", 1), List.of(1))) {
            assertThat(new RawCall("PUT", "x", null, body).body()).isEqualTo(body);
        }
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> new RawCall("PUT", "x", null, 7))
                .withMessageStartingWith("body is a java.lang.Integer");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> new RawCall("GET", "x", null, "{}"))
                .withMessageStartingWith("body cannot be sent with GET");
    }

    @Test
    void textContainsNeitherQueryNorBody() {
        assertThat(new RawCall("PUT", "project/7?token=s3cr3t", Credential.API_KEY, "s3cr3t"))
                .hasToString("RawCall[PUT project/7]");
    }
}
