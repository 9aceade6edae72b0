package com.devpayr.okhttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.devpayr.config.ProxySettings;
import com.devpayr.internal.policy.ConnectFailure;
import java.io.IOException;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sends the credentials of a proxy with each {@code CONNECT} request. OkHttp also asks for them when a server responds with
 * status 407 inside of a tunnel; such a server does not receive them, and the request is not repeated.
 */
final class ProxyAuthenticator implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final ProxySettings proxy;

    ProxyAuthenticator(ProxySettings proxy) {
        this.proxy = proxy;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request request = response.request();
        if (!request.method().equals("CONNECT")) {
            return null;
        }
        if (!isPreemptive(response)) {
            throw ConnectFailure.proxyAuthentication(proxy, null);
        }
        String username = proxy.username();
        String password = proxy.password();
        return username == null || password == null
                ? null
                : request.newBuilder()
                        .header(HEADER, Credentials.basic(username, password, UTF_8))
                        .build();
    }

    /** Returns whether the proxy has not responded yet. */
    private static boolean isPreemptive(Response response) {
        return response.challenges().stream().map(Challenge::scheme).anyMatch("OkHttp-Preemptive"::equalsIgnoreCase);
    }
}
