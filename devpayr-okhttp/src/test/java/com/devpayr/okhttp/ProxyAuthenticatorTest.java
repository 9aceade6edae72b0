package com.devpayr.okhttp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.devpayr.config.ProxySettings;
import java.io.IOException;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Which responses are followed by a request with the credentials of the proxy. */
class ProxyAuthenticatorTest {
    private static final String PREEMPTIVE = "OkHttp-Preemptive";

    private final ProxyAuthenticator authenticator =
            new ProxyAuthenticator(ProxySettings.builder("proxy.example.com", 3128)
                    .credentials("vendor", "a secret")
                    .build());

    private static Response response(String method, String scheme) {
        return new Response.Builder()
                .request(new Request.Builder()
                        .url("https://api.example.com/")
                        .method(method, null)
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(407)
                .message("Proxy Authentication Required")
                .header("Proxy-Authenticate", scheme)
                .build();
    }

    @Test
    void sendsTheCredentialsWithTheFirstRequestToTheProxy() throws IOException {
        Request request = requireNonNull(authenticator.authenticate(null, response("CONNECT", PREEMPTIVE)));

        assertThat(request.header("Proxy-Authorization")).isEqualTo("Basic dmVuZG9yOmEgc2VjcmV0");
        assertThat(request.method()).isEqualTo("CONNECT");
    }

    @Test
    void failsWhenTheProxyRejectsTheCredentials() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> authenticator.authenticate(null, response("CONNECT", "Basic")))
                .withMessageContaining("proxy.example.com:3128")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("a secret"));
    }

    @Test
    void sendsNothingWithoutCredentials() throws IOException {
        ProxyAuthenticator without = new ProxyAuthenticator(ProxySettings.of("proxy.example.com", 3128));

        assertThat(without.authenticate(null, response("CONNECT", PREEMPTIVE))).isNull();
    }

    @Test
    void aServerBehindTheProxyDoesNotReceiveTheCredentials() throws IOException {
        assertThat(authenticator.authenticate(null, response("GET", PREEMPTIVE)))
                .isNull();
    }
}
